/** What every REST resource stands on: JSON, problem documents, the OpenAPI document, health. It knows no capability. */
@org.jspecify.annotations.NullMarked
package fr.halle.shared.api;
