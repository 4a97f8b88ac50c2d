/** The whole application as it is packed and started for a stranger: seen in a browser, killed in the middle, measured from outside. */
@org.jspecify.annotations.NullMarked
package fr.halle.whole;
