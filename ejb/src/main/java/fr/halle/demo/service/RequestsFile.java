package fr.halle.demo.service;

import fr.halle.catalog.model.ProductKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests of a desk in the demo, as {@code montagne/requests.json} tells them; times count back from the day it is loaded. */
record RequestsFile(String merchant, List<Category> categories, List<Answer> answers, List<Request> requests) {

    record Category(String code, Words label) {}

    record Answer(String language, String title, String body) {}

    /** @param arrives days from now, null where no dates were given */
    record Request(
            String source,
            String language,
            @Nullable String firstName,
            String lastName,
            String email,
            @Nullable String phone,
            String object,
            String category,
            @Nullable String chosen,
            @Nullable Integer arrives,
            @Nullable Integer nights,
            @Nullable Integer adults,
            @Nullable Integer children,
            @Nullable String assigned,
            boolean archived,
            List<Message> messages,
            @Nullable Quote quote) {}

    /** One prestation at a price of the desk's own. @param street where it was sent to, with the rest of the address; null for a draft */
    record Quote(
            String label,
            ProductKind kind,
            long cents,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city) {}

    record Message(String side, int minutesAgo, String text) {}
}
