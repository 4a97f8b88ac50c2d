/** What merchants sell, by kind, with its prices and what is left of it. It knows no cart and no order. */
@org.jspecify.annotations.NullMarked
package fr.halle.catalog.model;
