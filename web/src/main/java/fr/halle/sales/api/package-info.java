/** A request to a commercial desk, from a program or from another site's page. */
@NullMarked
package fr.halle.sales.api;

import org.jspecify.annotations.NullMarked;
