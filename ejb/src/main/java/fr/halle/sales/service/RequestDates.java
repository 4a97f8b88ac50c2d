package fr.halle.sales.service;

import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Formats;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The dates of the stay, which frame the quote (C22, S19). */
@Stateless
public class RequestDates {

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private RequestSight sight;

    @Inject
    private RequestHistory history;

    @Inject
    private Event<RequestDatesChanged> changed;

    /**
     * Gives the stay other dates, or none.
     *
     * @param confirmed whether somebody was told what is lost by it and said yes
     * @throws DossierRefused when one of them is missing, or they are upside down
     * @throws RequestUnknown when there is no such request, or it is not the actor's to see
     */
    public void change(
            Actor actor,
            long requestId,
            @Nullable LocalDate arrivesOn,
            @Nullable LocalDate leavesOn,
            boolean confirmed) {
        sight.of(actor, requestId);
        check(arrivesOn, leavesOn);
        sql.update(
                "update sales_request set arrives_on = ?, leaves_on = ?, acted_at = coalesce(acted_at, ?), version = version + 1 where id = ?",
                arrivesOn,
                leavesOn,
                clock.instant(),
                requestId);
        history.write(requestId, actor, RequestAct.DATES_CHANGED, told(arrivesOn, leavesOn));
        changed.fire(new RequestDatesChanged(requestId, arrivesOn, leavesOn, actor, confirmed));
    }

    static void check(@Nullable LocalDate arrivesOn, @Nullable LocalDate leavesOn) {
        if ((arrivesOn == null) != (leavesOn == null)) {
            throw new DossierRefused(arrivesOn == null ? "arrives" : "leaves", DossierRefused.ALONE);
        }
        if (arrivesOn != null && leavesOn != null && leavesOn.isBefore(arrivesOn)) {
            throw new DossierRefused("leaves", DossierRefused.UPSIDE_DOWN);
        }
    }

    private static String told(@Nullable LocalDate arrivesOn, @Nullable LocalDate leavesOn) {
        return arrivesOn == null || leavesOn == null ? "–" : Formats.in("fr").dates(arrivesOn, leavesOn);
    }
}
