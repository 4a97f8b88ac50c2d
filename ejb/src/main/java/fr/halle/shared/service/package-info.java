/** What every use case leans on: the database's definition, the migrations at start, the clock, small SQL. No business here. */
@org.jspecify.annotations.NullMarked
package fr.halle.shared.service;
