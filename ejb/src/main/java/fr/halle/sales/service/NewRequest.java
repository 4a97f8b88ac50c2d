package fr.halle.sales.service;

import fr.halle.sales.model.RequestSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks, as it was typed and found in order.
 *
 * @param page the address of the page the form stood on, empty where there is none
 * @param language fr or en, in which the customer is answered
 * @param objectId one of the desk's, null where it has no choice to offer or nobody chose
 * @param categoryId what the customer chose, null before the desk has categories (C20)
 * @param lastName a person's, or that of a group or a company
 * @param email empty for somebody who telephoned
 * @param arrivesOn with {@code leavesOn}, or neither
 * @param message empty where nothing was said
 */
public record NewRequest(
        long deskId,
        RequestSource source,
        String page,
        String language,
        @Nullable Long objectId,
        @Nullable Long categoryId,
        String firstName,
        String lastName,
        String email,
        String phone,
        @Nullable LocalDate arrivesOn,
        @Nullable LocalDate leavesOn,
        @Nullable Integer adults,
        @Nullable Integer children,
        String message) {

    NewRequest withCategory(Long other) {
        return new NewRequest(
                deskId, source, page, language, objectId, other, firstName, lastName, email, phone, arrivesOn, leavesOn,
                adults, children, message);
    }
}
