/** The pages that are read: homes, categories, search, merchants, products. They know no basket but its count. */
@org.jspecify.annotations.NullMarked
package fr.halle.catalog.web;
