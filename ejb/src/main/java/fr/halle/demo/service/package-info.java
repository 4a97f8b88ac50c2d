/** Fills an empty database with three towns, their merchants and their products, on dates that follow the day of loading. It knows every table and nobody knows it. */
@org.jspecify.annotations.NullMarked
package fr.halle.demo.service;
