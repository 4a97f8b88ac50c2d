package fr.halle.sales.service;

import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The block "Dossier" of a request: its category, whose it is, the dates of the stay (S27). Of two who save at once, the second is told. */
@Stateless
public class RequestDossier {

    private static final String NOW =
            "select version, category_id, assigned_to, arrives_on, leaves_on from sales_request where id = ? for no key update";

    @Inject
    private Sql sql;

    @Inject
    private RequestSight sight;

    @Inject
    private DeskPeople people;

    @Inject
    private RequestHistory history;

    @EJB
    private RequestDates dates;

    private record Now(
            int version,
            @Nullable Long categoryId,
            @Nullable Long assignedTo,
            @Nullable LocalDate arrivesOn,
            @Nullable LocalDate leavesOn) {

        static Now of(Row row) throws SQLException {
            return new Now(
                    row.integer("version"),
                    row.numberOrNull("category_id"),
                    row.numberOrNull("assigned_to"),
                    row.dateOrNull("arrives_on"),
                    row.dateOrNull("leaves_on"));
        }
    }

    /**
     * Saves what differs, each with its act.
     *
     * @throws RequestChanged when somebody changed the request after the version that the page showed
     * @throws DossierRefused when a date, the category or the person cannot be
     */
    public void save(Actor actor, long requestId, DossierWish wish) {
        SalesDesk desk = sight.of(actor, requestId).desk();
        RequestDates.check(wish.arrivesOn(), wish.leavesOn());
        // Quotes before the request, as everybody who locks both.
        sql.list(
                "select id from quote where request_id = ? order by id for no key update",
                row -> row.number("id"),
                requestId);
        Now now = sql.one(NOW, Now::of, requestId).orElseThrow(RequestUnknown::new);
        if (now.version() != wish.version()) {
            throw new RequestChanged();
        }
        if (!Objects.equals(now.categoryId(), wish.categoryId())) {
            categorise(actor, requestId, desk, wish.categoryId());
        }
        if (!Objects.equals(now.assignedTo(), wish.assignedTo())) {
            assign(actor, requestId, desk, wish.assignedTo());
        }
        if (!Objects.equals(now.arrivesOn(), wish.arrivesOn()) || !Objects.equals(now.leavesOn(), wish.leavesOn())) {
            dates.change(actor, requestId, wish.arrivesOn(), wish.leavesOn(), wish.confirmed());
        }
    }

    private void categorise(Actor actor, long requestId, SalesDesk desk, @Nullable Long categoryId) {
        String label = categoryId == null
                ? "–"
                : sql.one(
                                "select label_fr from sales_category where id = ? and desk_id = ?",
                                row -> row.text("label_fr"),
                                categoryId,
                                desk.id())
                        .orElseThrow(() -> new DossierRefused("category", DossierRefused.UNKNOWN));
        sql.update(
                "update sales_request set category_id = ?, version = version + 1 where id = ?", categoryId, requestId);
        history.write(requestId, actor, RequestAct.CATEGORISED, label);
    }

    private void assign(Actor actor, long requestId, SalesDesk desk, @Nullable Long accountId) {
        String name = accountId == null
                ? "–"
                : people.of(desk).stream()
                        .filter(one -> one.id() == accountId)
                        .findFirst()
                        .map(DeskPeople.Person::name)
                        .orElseThrow(() -> new DossierRefused("assigned", DossierRefused.UNKNOWN));
        sql.update(
                "update sales_request set assigned_to = ?, version = version + 1 where id = ?", accountId, requestId);
        history.write(requestId, actor, RequestAct.ASSIGNED, name);
    }
}
