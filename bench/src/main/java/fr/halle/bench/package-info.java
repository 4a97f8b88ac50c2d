/** Drives the packed shop over HTTP as many clients at once and prints rates, latencies and CPU beside the database's own floor. */
@org.jspecify.annotations.NullMarked
package fr.halle.bench;
