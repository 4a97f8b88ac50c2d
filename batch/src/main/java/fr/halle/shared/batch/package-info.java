/** What a job of the clock works on; each capability says for itself what is due and what is done. */
@org.jspecify.annotations.NullMarked
package fr.halle.shared.batch;
