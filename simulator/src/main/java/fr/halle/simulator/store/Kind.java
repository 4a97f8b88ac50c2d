package fr.halle.simulator.store;

/** What the provider keeps documents of; the prefix makes an id readable in a log. */
public enum Kind {
    USER("user_m_"),
    WALLET("wlt_m_"),
    BANK_ACCOUNT("bankacc_m_"),
    PAYIN("payin_m_"),
    TRANSFER("xfer_m_"),
    REFUND("refund_m_"),
    PAYOUT("po_m_"),
    HOOK("hook_m_"),
    DISPUTE("dispute_m_"),
    REPUDIATION("repudiation_m_");

    private final String prefix;

    Kind(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }
}
