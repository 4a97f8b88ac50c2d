/** The words of the commercial desk: what a request is, where it came from, how far it got. It knows no database and no page. */
@NullMarked
package fr.halle.sales.model;

import org.jspecify.annotations.NullMarked;
