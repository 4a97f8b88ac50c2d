package fr.halle.ledger.model;

/**
 * A merchant's share of one payment, in cents, VAT and shipping included.
 *
 * @param feeCents what the platform takes of it, at source (M61); never more than the share
 */
public record Share(long merchantId, long grossCents, long feeCents) {

    public Share {
        if (feeCents < 0 || grossCents < feeCents) {
            throw new IllegalArgumentException("A fee of " + feeCents + " on a share of " + grossCents);
        }
    }

    public long netCents() {
        return grossCents - feeCents;
    }
}
