package fr.halle.outside.service;

import java.util.List;

/** Fired in the transaction that wrote them: they leave once it has committed. */
public record PushesQueued(List<Long> ids) {

    public PushesQueued {
        ids = List.copyOf(ids);
    }
}
