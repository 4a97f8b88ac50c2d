/** Who sells: the merchant, its shop, its opening hours and the slots they leave. */
@org.jspecify.annotations.NullMarked
package fr.halle.merchant.model;
