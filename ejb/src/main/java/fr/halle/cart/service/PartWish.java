package fr.halle.cart.service;

/** How the part of one shop is to be collected. */
public record PartWish(long shopId, Collection how) {}
