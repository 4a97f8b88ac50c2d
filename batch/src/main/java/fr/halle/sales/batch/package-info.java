/** What the clock does for the commercial desks. */
@NullMarked
package fr.halle.sales.batch;

import org.jspecify.annotations.NullMarked;
