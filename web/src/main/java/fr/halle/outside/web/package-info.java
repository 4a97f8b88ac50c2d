/** The outside system as a desk's people see it: what it has not taken, and whether both sides have the same. */
@NullMarked
package fr.halle.outside.web;

import org.jspecify.annotations.NullMarked;
