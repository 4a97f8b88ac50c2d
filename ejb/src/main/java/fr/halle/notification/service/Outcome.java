package fr.halle.notification.service;

import java.time.Instant;

/** What became of a row that was due. */
sealed interface Outcome {

    /** Of the row. */
    long id();

    /** It left, as written. */
    record Sent(Rendered message) implements Outcome {

        @Override
        public long id() {
            return message.id();
        }
    }

    /** It did not, and is tried again. */
    record Retried(long id, Instant next, String error) implements Outcome {}

    /** It never will by itself. @param bounced whether the recipient was refused */
    record Buried(long id, String error, boolean bounced) implements Outcome {}

    /** Its hour has not come (K13): not a try. */
    record Postponed(long id, Instant until) implements Outcome {}
}
