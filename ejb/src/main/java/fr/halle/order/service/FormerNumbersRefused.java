package fr.halle.order.service;

import fr.halle.shared.model.BusinessException;
import java.util.List;

/** A list of former numbers has lines that cannot be kept; none is. Details: how many. */
public final class FormerNumbersRefused extends BusinessException {

    private static final long serialVersionUID = 1;

    /** What is wrong with a line. */
    public enum Why {
        /** Not two columns. */
        COLUMNS,
        /** The first is no part's number, such as EP-00042-001. */
        NUMBER,
        /** No such part in the operator's portals. */
        UNKNOWN,
        /** The second is empty, too long, or hides something. */
        SYNTAX,
        /** The list gives this former number twice. */
        TWICE,
        /** Another part has it already. */
        TAKEN
    }

    /** @param line counted from 1 */
    public record Wrong(int line, Why why, String text) {}

    private final transient List<Wrong> wrong;

    FormerNumbersRefused(List<Wrong> wrong) {
        super(wrong.size());
        this.wrong = List.copyOf(wrong);
    }

    public List<Wrong> wrong() {
        return wrong;
    }
}
