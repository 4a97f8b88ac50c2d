/** The words of the outside system: how far something told to it got. It knows no database and no page. */
@NullMarked
package fr.halle.outside.model;

import org.jspecify.annotations.NullMarked;
