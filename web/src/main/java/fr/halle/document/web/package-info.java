/** Where the back office hands its papers out. */
@org.jspecify.annotations.NullMarked
package fr.halle.document.web;
