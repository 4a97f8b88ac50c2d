/** Shops as customers meet them, the slots they can offer and the terms they sell under. It knows no product and no order. */
@org.jspecify.annotations.NullMarked
package fr.halle.merchant.service;
