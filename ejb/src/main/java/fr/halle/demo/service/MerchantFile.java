package fr.halle.demo.service;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A merchant as its file tells it, with its shops and what they sell.
 *
 * @param iban null for the one merchant of each portal that has not given it yet
 * @param regulatedAs what a regulated seller must show, such as an insurance intermediary's number
 * @param terms the name of the template of its terms of sale
 * @param termsVersions how many versions of them have been published, the last one counting
 */
record MerchantFile(
        String slug,
        String name,
        String legalName,
        String siret,
        String vatNumber,
        String email,
        String phone,
        @Nullable String mobile,
        boolean smsOptIn,
        String mediator,
        @Nullable String iban,
        @Nullable String regulatedAs,
        String terms,
        @Nullable Integer termsVersions,
        List<Shop> shops) {

    /**
     * A selling point.
     *
     * @param hours ranges by weekdays: {@code "tue-sat": "09:00-12:30 15:00-19:00"}
     * @param holidays the hours of public holidays; null closes
     */
    record Shop(
            String slug,
            String name,
            Words tagline,
            Words about,
            String picture,
            String street,
            String postcode,
            String city,
            String phone,
            @Nullable Boolean pickup,
            @Nullable Delivery delivery,
            @Nullable Integer leadMinutes,
            @Nullable Integer slotCapacity,
            Map<String, String> hours,
            @Nullable String holidays,
            @Nullable List<SpecialDay> exceptions,
            List<ProductFile> products) {

        List<SpecialDay> exceptionsOrNone() {
            return Objects.requireNonNullElse(exceptions, List.of());
        }
    }

    record Delivery(long feeCents, Words area) {}

    /**
     * Days that differ from the week.
     *
     * @param on month and day ({@code 12-24}), the next time they come, or {@code +3} for three days after the loading
     * @param to the last of them, null for one day
     * @param hours null closes
     */
    record SpecialDay(
            String on, @Nullable String to, @Nullable String hours, Words reason) {}
}
