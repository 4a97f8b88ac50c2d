/** What is for sale, at which price and how much is left: lists, search, price rules, availability. It knows no cart and no order. */
@org.jspecify.annotations.NullMarked
package fr.halle.catalog.service;
