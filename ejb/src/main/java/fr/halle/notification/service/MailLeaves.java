package fr.halle.notification.service;

import fr.halle.notification.model.NotificationEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fired before a mail leaves the house: whoever writes its papers encloses them. */
public final class MailLeaves {

    private final NotificationEvent event;
    private final long portalId;
    private final Map<String, String> data;
    private final List<Enclosed> enclosed = new ArrayList<>();

    MailLeaves(NotificationEvent event, long portalId, Map<String, String> data) {
        this.event = event;
        this.portalId = portalId;
        this.data = Map.copyOf(data);
    }

    public NotificationEvent event() {
        return event;
    }

    public long portalId() {
        return portalId;
    }

    /** What its row knows. */
    public Map<String, String> data() {
        return data;
    }

    public void enclose(Enclosed file) {
        enclosed.add(file);
    }

    List<Enclosed> enclosed() {
        return List.copyOf(enclosed);
    }
}
