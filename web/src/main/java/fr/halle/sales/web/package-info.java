/** Gestion commerciale as the desk's people and its customers see it: lists, conversations, and what is posted to them. */
@NullMarked
package fr.halle.sales.web;

import org.jspecify.annotations.NullMarked;
