package fr.halle.sales.service;

import fr.halle.shared.model.Actor;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** What somebody of the desk typed and has not sent yet: no refusal, closed window or ended session loses it. */
@Stateless
public class Drafts {

    @Inject
    private RequestSight sight;

    @Inject
    private DraftRows rows;

    public String of(Actor actor, long requestId) {
        sight.of(actor, requestId);
        return rows.of(requestId, actor.id());
    }

    /** Nothing typed is no draft. */
    public void keep(Actor actor, long requestId, String text) {
        sight.of(actor, requestId);
        rows.keep(requestId, actor.id(), text);
    }
}
