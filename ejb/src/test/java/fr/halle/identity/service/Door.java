package fr.halle.identity.service;

import fr.halle.portal.service.Portals;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Seals;
import fr.halle.shared.service.Sql;
import fr.halle.shared.service.Vault;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.Wired;
import java.time.Instant;
import org.bouncycastle.util.encoders.Base32;

/** All that asks at the door who somebody is, put together as the container does it; and a telephone with an authenticator app. */
public final class Door {

    private static final int STEP_SECONDS = 30;

    public final Sql sql = TestDatabase.sql();
    public final Audit audit;
    public final Accounts accounts;
    public final Portals portals;
    public final Vault vault;
    public final SecondFactors factors;
    public final AskedAgain again;
    public final Tokens tokens;

    public Door(HalleClock clock) {
        audit = Wired.with(new Audit(), sql, new TestIds(), clock);
        accounts = Wired.with(new Accounts(), sql, new TestIds(), clock, audit);
        portals = Wired.with(new Portals(), sql, Wired.atOnce());
        vault = Wired.with(new Vault(), Wired.with(new Seals(), sql));
        factors = Wired.with(new SecondFactors(), sql, clock, vault, accounts, audit, portals);
        again = Wired.with(new AskedAgain(), accounts, factors);
        tokens = Wired.with(new Tokens(), sql, new TestIds(), clock, audit, again);
    }

    /** What the app shows that was told {@code secret}, at that time. */
    public static String code(String secret, Instant at) {
        return Totp.code(Base32.decode(secret), at.getEpochSecond() / STEP_SECONDS);
    }
}
