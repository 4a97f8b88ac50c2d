package fr.halle.outside.service;

import com.fasterxml.jackson.databind.JsonNode;
import fr.halle.outside.service.OutsideAnswer.Told;
import fr.halle.outside.service.OutsideAnswer.Unknown;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * What the outside system answers to a sale or a cancellation.
 *
 * @param number its receipt's
 * @param takenOn the day it counts it on, by which both sides compare their lists
 */
record OutsideReceipt(String number, LocalDate takenOn) {

    private static final String NO_DAY = "an answer without the day it was taken on";
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,59}");

    /** As the contract writes it; the parser knows years that no database keeps. */
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** An answer that is no receipt leaves open what happened. */
    static OutsideAnswer<OutsideReceipt> of(JsonNode json) {
        String number = json.path("receipt").asText();
        if (!NUMBER.matcher(number).matches()) {
            return new Unknown<>("an answer without a receipt number");
        }
        String day = json.path("takenOn").asText();
        try {
            return DAY.matcher(day).matches()
                    ? new Told<>(new OutsideReceipt(number, LocalDate.parse(day)))
                    : new Unknown<>(NO_DAY);
        } catch (DateTimeException e) {
            return new Unknown<>(NO_DAY);
        }
    }
}
