package fr.halle.operation.service;

import fr.halle.shared.model.BusinessException;
import java.util.Map;

/** Nothing was changed: some values cannot be. */
public final class SettingsRefused extends BusinessException {

    private static final long serialVersionUID = 1;

    private final transient Map<String, Why> fields;

    /** Said beside the field. */
    public enum Why {
        NOT_A_VALUE,
        OUT_OF_RANGE,
        /** Somebody else changed it after the page was shown. */
        CHANGED_MEANWHILE
    }

    SettingsRefused(Map<String, Why> fields) {
        this.fields = Map.copyOf(fields);
    }

    /** By key of the setting. */
    public Map<String, Why> fields() {
        return fields;
    }
}
