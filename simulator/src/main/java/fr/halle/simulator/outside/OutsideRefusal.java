package fr.halle.simulator.outside;

import java.io.Serial;

/** The call is not taken, and changes nothing. */
final class OutsideRefusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    OutsideRefusal(int status, String type, String title) {
        super(title, null, false, false);
        this.status = status;
        this.type = type;
    }

    OutsideReply reply() {
        return OutsideReply.problem(status, type, getMessage() == null ? "" : getMessage());
    }
}
