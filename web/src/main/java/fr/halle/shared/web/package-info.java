/** What every page stands on: which portal and language a request is for, its headers and limits, words and formats. It knows no capability. */
@org.jspecify.annotations.NullMarked
package fr.halle.shared.web;
