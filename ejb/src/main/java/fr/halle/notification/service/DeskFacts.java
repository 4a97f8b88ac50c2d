package fr.halle.notification.service;

import fr.halle.sales.model.MailContentKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What letters of the commercial desks tell: who writes, and who asked for what. */
record DeskFacts(Map<Long, Desk> desks, Map<Long, Asked> requests, Map<Long, Said> said) {

    static final DeskFacts NONE = new DeskFacts(Map.of(), Map.of(), Map.of());

    /** A message of a conversation. @param files their names */
    record Said(String author, String body, List<String> files) {}

    /**
     * A desk as its letters name it.
     *
     * @param email where its mails are answered to
     * @param contents its own wording by kind and language, as {@code QUOTE.fr}; what it has not worded is missing
     */
    record Desk(long id, String name, String email, String phone, Map<String, String> contents) {

        /** Its own words, else the house's. */
        String content(Words words, MailContentKind kind) {
            String own = contents.get(kind.name() + "." + words.language());
            return own == null || own.isBlank() ? words.say("content." + kind.name()) : own;
        }
    }

    /**
     * @param id 0 where it is not kept here (P22)
     * @param token opens the customer's page of the conversation; empty where there is none
     * @param mailKey stands in the address its mails are answered to
     * @param objectEmail the address of the object it is about, else the desk's
     * @param message the first
     */
    record Asked(
            long id,
            long deskId,
            String token,
            String mailKey,
            String firstName,
            String lastName,
            String email,
            String phone,
            String object,
            String objectEmail,
            String categoryFr,
            String categoryEn,
            @Nullable LocalDate arrivesOn,
            @Nullable LocalDate leavesOn,
            @Nullable Integer adults,
            @Nullable Integer children,
            String page,
            String language,
            String message) {

        String name() {
            return (firstName + " " + lastName).strip();
        }

        String category(String of) {
            return "fr".equals(of) ? categoryFr : categoryEn;
        }
    }
}
