/** The commercial desk: requests become conversations, quotes and paid orders. Who may see what is asked of {@code Desks} alone. */
@NullMarked
package fr.halle.sales.service;

import org.jspecify.annotations.NullMarked;
