package fr.halle.sales.service;

import fr.halle.sales.model.QuoteState;
import fr.halle.sales.model.RequestStage;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as the board and the table show it (S09).
 *
 * @param unread messages nobody has read (S10)
 * @param followedBy empty where nobody has it
 * @param quoteNo of its newest quote
 * @param amountCents agreed once a quote is accepted, else offered
 * @param dueOn the next act's day, null where none is due
 */
public record DossierRow(
        long id,
        String name,
        @Nullable LocalDate arrivesOn,
        @Nullable LocalDate leavesOn,
        RequestStage stage,
        int unread,
        String categoryFr,
        String categoryEn,
        String followedBy,
        @Nullable Integer quoteNo,
        @Nullable QuoteState quoteState,
        long amountCents,
        long paidCents,
        @Nullable LocalDate dueOn,
        boolean done,
        Instant lastAt) {

    static final String COLUMNS =
            "r.id, r.first_name, r.last_name, r.arrives_on, r.leaves_on, r.stage, r.unread, coalesce(c.label_fr, '') as category_fr,"
                    + " coalesce(c.label_en, '') as category_en, coalesce(u.name, '') as followed, q.no, q.state,"
                    + " case when r.accepted_at is null then r.quoted_cents else r.agreed_cents end as amount, r.paid_cents, r.due_on, r.done_at, r.last_at";

    static final String JOINS =
            " left join sales_category c on c.id = r.category_id left join user_account u on u.id = r.assigned_to"
                    + " left join lateral (select no, state from quote where request_id = r.id order by no desc limit 1) q on true";

    public String initials() {
        StringBuilder initials = new StringBuilder();
        for (String word : followedBy.split(" ")) {
            if (!word.isEmpty() && initials.length() < 2) {
                initials.append(Character.toUpperCase(word.charAt(0)));
            }
        }
        return initials.toString();
    }

    static DossierRow of(Row row) throws SQLException {
        return new DossierRow(
                row.number("id"),
                (row.text("first_name") + " " + row.text("last_name")).strip(),
                row.dateOrNull("arrives_on"),
                row.dateOrNull("leaves_on"),
                row.constant("stage", RequestStage.class),
                row.integer("unread"),
                row.text("category_fr"),
                row.text("category_en"),
                row.text("followed"),
                row.integerOrNull("no"),
                row.constantOrNull("state", QuoteState.class),
                row.number("amount"),
                row.number("paid_cents"),
                row.dateOrNull("due_on"),
                row.instantOrNull("done_at") != null,
                row.instant("last_at"));
    }
}
