/** Tells the outside system by the clock what it could not be told at once. */
@NullMarked
package fr.halle.outside.batch;

import org.jspecify.annotations.NullMarked;
