/** What tests of use cases share: a real PostgreSQL, a clock that stands still, and shops to sell in. It knows no capability's rules. */
@org.jspecify.annotations.NullMarked
package fr.halle.testing;
