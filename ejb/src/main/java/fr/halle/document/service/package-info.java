/** Papers: what the back office hands out as a file. A paper is written as XHTML from pieces and words of its own, and pressed into a PDF that a screen reader reads and an archive keeps. */
@org.jspecify.annotations.NullMarked
package fr.halle.document.service;
