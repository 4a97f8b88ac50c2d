package fr.halle.checkout.service;

import fr.halle.shared.model.BusinessException;
import java.util.List;

/** Less is left than was asked for: nothing was claimed and nothing is charged. Details: line, what is left of it. */
public final class CapacityShort extends BusinessException {

    private static final long serialVersionUID = 1;

    private final transient List<Shortage> shortages;

    /**
     * @param lineNo the line's rank in the draft, from 1
     * @param wanted what the line asked for
     * @param left what it could still have had
     */
    public record Shortage(int lineNo, long wanted, long left) {}

    public CapacityShort(List<Shortage> shortages) {
        super(shortages.get(0).lineNo(), shortages.get(0).left());
        this.shortages = List.copyOf(shortages);
    }

    /** The first line that is short. */
    public int lineNo() {
        return shortages.get(0).lineNo();
    }

    /** What is left for the first line that is short. */
    public long left() {
        return shortages.get(0).left();
    }

    /** Every line that is short, in the draft's order. */
    public List<Shortage> shortages() {
        return shortages;
    }
}
