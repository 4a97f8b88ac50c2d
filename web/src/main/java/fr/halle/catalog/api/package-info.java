/** The catalogue as machines read it: products, categories, shops, what is left. */
@org.jspecify.annotations.NullMarked
package fr.halle.catalog.api;
