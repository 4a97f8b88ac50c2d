package fr.halle.payout.service;

import fr.halle.ledger.model.AccountRef;
import fr.halle.ledger.model.Postings;
import fr.halle.ledger.service.Ledger;
import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides which merchant's available money leaves now, and sets it aside. */
@Service
class PayoutPlanning {

    private static final int BASE = 36;

    /** First match wins. :now is bound twice. */
    static final String BLOCK = """
            case when m.iban is null or m.iban = '' then 'NO_IBAN'
                 when m.iban_frozen_until > ?::timestamptz then 'IBAN_FROZEN'
                 when exists (select 1 from payout o where o.merchant_id = m.id and o.state in ('PLANNED', 'SENT', 'UNKNOWN')) then 'UNDER_WAY'
                 when l.state = 'RETURNED' and l.resumed_at is null and l.ended_at >= coalesce(m.iban_changed_at, '-infinity') then 'RETURNED'
                 when l.state = 'FAILED' and l.resumed_at is null and l.ended_at > ?::timestamptz - interval '20 hours' then 'FAILED'
                 else 'NONE' end as block""";

    /** By its moment: ids come from blocks of each server, and a larger one need not be later. */
    static final String LAST =
            " left join lateral (select state, resumed_at, ended_at from payout o where o.merchant_id = m.id"
                    + " order by o.planned_at desc, o.id desc limit 1) l on true";

    /**
     * Fees that were not kept at source and that no payout took yet: all of them where the portal has it so (K4), else what was not left
     * to be kept when a share was transferred; of what was released, and of what was refunded whole and never will be. Below zero where a
     * fee was given back after its payout had taken it.
     */
    private static final String FEES = """
            select (select coalesce(sum(case when fee_at_payout or transfer_claimed_at is null then fee_cents - fee_returned_cents else fee_unkept_cents end), 0)
                      from payment_share
                     where merchant_id = ? and (released_at is not null or refunded_cents = gross_cents)
                       and (fee_at_payout or transfer_claimed_at is null or fee_unkept_cents > 0) and outside_reference is null
                       and (transferred_at is not null or coalesce(transfer_cents, 0) = 0))
                 - (select coalesce(sum(fee_cents), 0) from payout where merchant_id = ? and state not in ('RETURNED', 'FAILED'))""";

    private static final String SHARES =
            "select id from payment_share where merchant_id = ? and released_at is not null"
                    + " and payout_id is null and outside_reference is null order by id for no key update";

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private Ledger ledger;

    @Inject
    private Notifications notifications;

    private record Payee(long id, long portalId, String email, String language, PayoutBlock block) {

        static Payee of(Row row) throws SQLException {
            return new Payee(
                    row.number("id"),
                    row.number("portal_id"),
                    row.text("email"),
                    row.text("language"),
                    row.constant("block", PayoutBlock.class));
        }
    }

    /** Merchants with available money, by id. */
    List<Long> candidates(long afterId, int most) {
        return sql.list("""
                select a.owner_id from ledger_account a join posting p on p.account_id = a.id
                 where a.type = 'MERCHANT_AVAILABLE' and a.owner_id > ?
                 group by a.owner_id having sum(p.amount_cents) < 0 order by a.owner_id limit ?""", row -> row.number("owner_id"), afterId, most);
    }

    List<WaitingMerchant> waiting(@Nullable Long portal, int most) {
        Instant now = clock.instant();
        return sql.list(
                "select m.id, m.name, coalesce(w.cents, 0) as cents, m.iban_frozen_until,"
                        + " coalesce(m.iban_frozen_until > ?, false) as frozen, " + BLOCK
                        + " from merchant m left join (select a.owner_id, -sum(p.amount_cents) as cents"
                        + " from ledger_account a join posting p on p.account_id = a.id where a.type = 'MERCHANT_AVAILABLE'"
                        + " group by a.owner_id having sum(p.amount_cents) < 0) w on w.owner_id = m.id"
                        + LAST
                        + " where m.portal_id = coalesce(?::bigint, m.portal_id) and (w.cents > 0 or m.iban_frozen_until > ?"
                        + " and exists (select from payout o where o.merchant_id = m.id and o.provider_id is null"
                        + " and o.state in ('PLANNED', 'SENT', 'UNKNOWN'))) order by cents desc, m.id limit ?",
                row -> new WaitingMerchant(
                        row.number("id"),
                        row.text("name"),
                        row.number("cents"),
                        row.constant("block", PayoutBlock.class),
                        row.instantOrNull("iban_frozen_until"),
                        row.flag("frozen")),
                now,
                now,
                now,
                portal,
                now,
                most);
    }

    /** @return the new payout; empty where nothing is available, or it is blocked */
    OptionalLong plan(long merchantId) {
        // Shares before their merchant, as refunds and releases lock them.
        sql.list(SHARES, row -> row.number("id"), merchantId);
        sql.number("select id from merchant where id = ? for no key update", merchantId);
        Instant now = clock.instant();
        Payee payee = sql.one(
                        "select m.id, m.portal_id, m.email, spoken.language, " + BLOCK
                                + " from merchant m join merchant_language spoken on spoken.merchant_id = m.id" + LAST
                                + " where m.id = ?",
                        Payee::of,
                        now,
                        now,
                        merchantId)
                .orElseThrow();
        long available = -ledger.balance(AccountRef.available(merchantId));
        if (available <= 0) {
            return OptionalLong.empty();
        }
        if (payee.block() != PayoutBlock.NONE) {
            if (payee.block() == PayoutBlock.NO_IBAN) {
                tellBlocked(payee, available);
            }
            return OptionalLong.empty();
        }
        return setAside(payee, available);
    }

    private OptionalLong setAside(Payee payee, long available) {
        long id = ids.next();
        String reference = "H" + Long.toString(id, BASE).toUpperCase(Locale.ROOT);
        long netted = Math.min(available, Math.max(0, ledger.balance(AccountRef.debt(payee.id()))));
        ledger.post(Postings.debtNetted(reference, reference, payee.id(), netted));
        long fees = sql.number(FEES, payee.id(), payee.id());
        // What the platform has to give back waits in the wallet for its next fees: the customer's refund comes from
        // there.
        long amount = available - netted + Math.min(0, fees);
        if (amount <= 0) {
            return OptionalLong.empty();
        }
        sql.update(
                "insert into payout (id, merchant_id, portal_id, amount_cents, fee_cents, state, idempotency_key, reference,"
                        + " planned_at, next_check_at) values (?, ?, ?, ?, ?, 'PLANNED', ?, ?, ?, ?)",
                id,
                payee.id(),
                payee.portalId(),
                amount,
                Math.max(0, fees),
                UUID.randomUUID(),
                reference,
                clock.instant(),
                clock.instant());
        ledger.post(Postings.payoutSent(reference, payee.id(), amount));
        // One that was released since and is being refunded now is left to the next payout: waiting for it here could
        // be for ever.
        sql.update("update payment_share set payout_id = ? where id in (" + SHARES + " skip locked)", id, payee.id());
        return OptionalLong.of(id);
    }

    /** M65; once a week. */
    private void tellBlocked(Payee payee, long available) {
        String week = clock.today().get(IsoFields.WEEK_BASED_YEAR) + "-"
                + clock.today().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        notifications.queue(new NewNotification(
                payee.portalId(),
                Channel.MAIL,
                NotificationEvent.PAYOUT_BLOCKED,
                "payout-blocked:" + payee.id() + ":" + week,
                payee.email(),
                payee.language(),
                null,
                null,
                null,
                null,
                payee.id(),
                Map.of("amountCents", Long.toString(available))));
    }
}
