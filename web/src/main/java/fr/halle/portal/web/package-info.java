/** The page where a visitor chooses a town or a resort. */
@org.jspecify.annotations.NullMarked
package fr.halle.portal.web;
