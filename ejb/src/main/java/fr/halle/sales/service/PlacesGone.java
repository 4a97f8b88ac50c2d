package fr.halle.sales.service;

import fr.halle.shared.model.BusinessException;
import java.util.List;

/** Somebody else has taken the places meanwhile. */
public final class PlacesGone extends BusinessException {

    private static final long serialVersionUID = 1;

    private final transient List<String> names;

    /** @param names of the prestations that cannot be had any more */
    public PlacesGone(List<String> names) {
        super(String.join(", ", names));
        this.names = List.copyOf(names);
    }

    public List<String> names() {
        return names;
    }
}
