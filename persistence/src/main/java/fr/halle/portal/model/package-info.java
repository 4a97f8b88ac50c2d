/** A town or a resort that sells through this deployment: its preset and its settings. It knows no merchant. */
@org.jspecify.annotations.NullMarked
package fr.halle.portal.model;
