package fr.halle.cart.service;

import fr.halle.catalog.model.Choice;
import java.util.Map;

/**
 * A choice to be put in a cart.
 *
 * @param detail what has no column of its own, such as a skier's name
 */
public record Wish(Choice choice, Map<String, String> detail) {}
