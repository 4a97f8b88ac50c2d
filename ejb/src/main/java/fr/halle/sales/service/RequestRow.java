package fr.halle.sales.service;

import fr.halle.sales.model.RequestStage;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request as the list shows it (S02, S24).
 *
 * @param lastAt when somebody last said something
 * @param unread messages of the customer's that nobody of the desk has opened
 * @param prestations how many its quotes hold; with one it is a dossier (K22)
 */
public record RequestRow(
        long id,
        Instant openedAt,
        Instant lastAt,
        String name,
        String email,
        String phone,
        String object,
        @Nullable LocalDate arrivesOn,
        @Nullable LocalDate leavesOn,
        RequestStage stage,
        boolean spam,
        @Nullable Label category,
        @Nullable String assignedTo,
        int unread,
        int prestations) {

    /** A category's name in both languages. */
    public record Label(String fr, String en) {

        public String in(String language) {
            return "en".equals(language) ? en : fr;
        }

        static @Nullable Label of(Row row) throws SQLException {
            String fr = row.textOrNull("label_fr");
            return fr == null ? null : new Label(fr, row.text("label_en"));
        }
    }

    static final String COLUMNS =
            "r.id, r.opened_at, r.last_at, r.first_name, r.last_name, r.email, r.phone, r.object_label, r.arrives_on, r.leaves_on, r.stage,"
                    + " r.spam_at is not null as spam, c.label_fr, c.label_en, u.name as assigned_name, r.unread, r.prestations";
    static final String JOINS =
            " left join sales_category c on c.id = r.category_id left join user_account u on u.id = r.assigned_to";

    public boolean isUnread() {
        return unread > 0;
    }

    /** Where the next page begins, behind this one. */
    String cursor() {
        return lastAt.getEpochSecond() + "." + lastAt.getNano() / 1000 + "." + id;
    }

    static RequestRow of(Row row) throws SQLException {
        return new RequestRow(
                row.number("id"),
                row.instant("opened_at"),
                row.instant("last_at"),
                (row.text("first_name") + " " + row.text("last_name")).strip(),
                row.text("email"),
                row.text("phone"),
                row.text("object_label"),
                row.dateOrNull("arrives_on"),
                row.dateOrNull("leaves_on"),
                row.constant("stage", RequestStage.class),
                row.flag("spam"),
                Label.of(row),
                row.textOrNull("assigned_name"),
                row.integer("unread"),
                row.integer("prestations"));
    }
}
