package fr.halle.sales.service;

import fr.halle.sales.model.MessageSide;
import fr.halle.sales.model.MessageSource;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation as its customer has it (C23): by the token of its link, on its own portal, without the desk's notes and without an account. */
@Stateless
public class CustomerConversation {

    private static final String FIND =
            "select r.id, r.first_name, r.last_name, r.language, r.object_label, r.arrives_on, r.leaves_on,"
                    + " coalesce(m.name, p.operator_name) as desk, coalesce(m.phone, p.support_phone) as phone from sales_request r"
                    + " join portal p on p.id = r.portal_id left join merchant m on m.id = r.merchant_id where r.token_hash = ? and r.portal_id = ?";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private MessageReading messages;

    @Inject
    private MessageWriting writing;

    @Inject
    private DraftRows drafts;

    @Inject
    private RequestHistory history;

    @Inject
    private Event<CustomerWrote> wrote;

    /**
     * What the customer reads.
     *
     * @param desk who answers
     * @param draft what was typed and refused
     */
    public record View(
            long id,
            String name,
            String language,
            String object,
            String desk,
            String phone,
            @Nullable LocalDate arrivesOn,
            @Nullable LocalDate leavesOn,
            String draft,
            List<SaidMessage> messages) {

        public View {
            messages = List.copyOf(messages);
        }
    }

    /**
     * Reads it, and notes that the customer has.
     *
     * @throws RequestUnknown when the token opens nothing on this portal
     */
    public View open(long portalId, String token) {
        View view = find(portalId, token);
        int read = sql.update(
                "update request_message set read_at = ? where request_id = ? and side = ? and read_at is null",
                clock.instant(),
                view.id(),
                MessageSide.DESK);
        if (read > 0) {
            history.write(view.id(), Actor.customer(0, view.name()), RequestAct.READ, "");
        }
        return view;
    }

    /**
     * The customer writes again, from the page.
     *
     * @throws RequestUnknown when the token opens nothing on this portal
     * @throws MessageRefused when it is empty or too long
     * @throws FileRefused when what goes with it is too large
     */
    public void write(long portalId, String token, String text, List<NewFile> files) {
        View view = find(portalId, token);
        String said = MessageWriting.checked(text, files);
        long id = writing.write(new MessageWriting.NewMessage(
                view.id(), MessageSide.CUSTOMER, MessageSource.PAGE, null, view.name(), said, "", false, null, files));
        drafts.forget(view.id(), DraftRows.CUSTOMER);
        history.write(view.id(), Actor.customer(0, view.name()), RequestAct.WROTE, "");
        wrote.fire(new CustomerWrote(view.id(), id));
    }

    /** @throws RequestUnknown when the token opens nothing on this portal */
    public void mustBe(long portalId, String token) {
        if (sql.number(
                        "select count(*) from sales_request where token_hash = ? and portal_id = ?",
                        Secrets.sha256(token),
                        portalId)
                == 0) {
            throw new RequestUnknown();
        }
    }

    /** What was refused is found in the box again. */
    public void keep(long portalId, String token, String text) {
        drafts.keep(find(portalId, token).id(), DraftRows.CUSTOMER, text);
    }

    private View find(long portalId, String token) {
        return sql.one(FIND, this::view, Secrets.sha256(token), portalId).orElseThrow(RequestUnknown::new);
    }

    private View view(Row row) throws SQLException {
        long id = row.number("id");
        return new View(
                id,
                (row.text("first_name") + " " + row.text("last_name")).strip(),
                row.text("language"),
                row.text("object_label"),
                row.text("desk"),
                row.text("phone"),
                row.dateOrNull("arrives_on"),
                row.dateOrNull("leaves_on"),
                drafts.of(id, DraftRows.CUSTOMER),
                messages.of(id).stream().filter(message -> !message.isNote()).toList());
    }
}
