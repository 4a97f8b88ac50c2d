package fr.halle.merchant.service;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import fr.halle.identity.service.AskedAgain;
import fr.halle.identity.service.Audit;
import fr.halle.identity.service.Proof;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A merchant's own particulars: the mobile for alerts (M04, M72) and the account it is paid to (M65). */
@Stateless
public class MerchantProfiles {

    private static final String FRANCE = "FR";
    private static final int LONGEST_NAME = 70;
    private static final Set<PhoneNumberType> REACHED_BY_SMS =
            Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    @Inject
    private Sql sql;

    @Inject
    private AskedAgain again;

    @Inject
    private Audit audit;

    @Inject
    private HalleClock clock;

    /** Empty for whoever is no merchant. */
    public Optional<MerchantProfile> of(Actor actor) {
        Long merchant = actor.merchantId();
        if (merchant == null) {
            return Optional.empty();
        }
        List<MerchantProfile.Hours> hours = sql.list(
                "select s.name, h.weekday, h.opens, h.closes from shop s join opening_hours h on h.shop_id = s.id"
                        + " where s.merchant_id = ? and s.active order by s.id, h.weekday, h.opens",
                row -> new MerchantProfile.Hours(
                        row.text("name"), row.integer("weekday"), row.time("opens"), row.time("closes")),
                merchant);
        return sql.one(
                "select name, legal_name, email, phone, mobile, sms_opt_in, right(iban, 4) as iban_end, iban_owner,"
                        + " iban_changed_at from merchant where id = ?",
                row -> new MerchantProfile(
                        row.text("name"),
                        row.text("legal_name"),
                        row.text("email"),
                        row.text("phone"),
                        row.textOrNull("mobile"),
                        row.flag("sms_opt_in"),
                        row.textOrNull("iban_end"),
                        row.textOrNull("iban_owner"),
                        row.instantOrNull("iban_changed_at"),
                        hours),
                merchant);
    }

    /**
     * @param mobile as typed; blank takes it away, and with it the alerts
     * @throws ProfileRefused when it is no mobile's number
     */
    public void changeAlerts(Actor actor, String mobile, boolean optIn) {
        actor.must(Permission.CHANGE_SHOP);
        String kept = mobile.isBlank() ? null : mobile(mobile);
        if (kept == null && optIn) {
            throw new ProfileRefused("mobile", ProfileRefused.MISSING);
        }
        sql.update(
                "update merchant set mobile = ?, sms_opt_in = ?, version = version + 1 where id = ?",
                kept,
                optIn,
                merchant(actor));
        audit.write(actor, "alerts_changed", "merchant " + merchant(actor), optIn ? "sms" : "");
    }

    /**
     * Changes where the money goes. Whoever is signed in says again who it is, and a changed account waits 48 hours before the next
     * payout: time for the real merchant to object. The first one has nobody to protect and waits for nothing.
     *
     * @throws ProfileRefused when the IBAN or its owner is wrong
     * @throws fr.halle.identity.service.NotProven when the password or the code is
     */
    public void changeIban(Actor actor, String iban, String owner, Proof typed) {
        actor.must(Permission.CHANGE_IBAN);
        String account = Ibans.checked(iban);
        String name = owner.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new ProfileRefused("owner", ProfileRefused.MISSING);
        }
        again.check(actor, typed);
        sql.update(
                "update merchant set iban_changed_at = case when iban is null then null else ?::timestamptz end, iban = ?,"
                        + " iban_owner = ?, psp_bank_account_id = null, version = version + 1 where id = ?",
                clock.instant(),
                account,
                name,
                merchant(actor));
        audit.write(
                actor,
                "iban_changed",
                "merchant " + merchant(actor),
                "•••• " + account.substring(account.length() - 4));
    }

    private static long merchant(Actor actor) {
        return Objects.requireNonNull(actor.merchantId(), "only a merchant has a profile");
    }

    private static String mobile(String typed) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = phones.parse(typed, FRANCE);
            if (!phones.isValidNumber(number) || !REACHED_BY_SMS.contains(phones.getNumberType(number))) {
                throw new ProfileRefused("mobile", ProfileRefused.WRONG);
            }
            return phones.format(number, PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException unreadable) {
            throw new ProfileRefused("mobile", ProfileRefused.WRONG);
        }
    }
}
