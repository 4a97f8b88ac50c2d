/**
 * The system of their own that some merchants keep their catalogues and sales in ("4807" in the documents): its products are read and
 * the sales of its catalogues are told to it, over HTTP as docs/outside-system.md says. It knows a request by its number only.
 */
@NullMarked
package fr.halle.outside.service;

import org.jspecify.annotations.NullMarked;
