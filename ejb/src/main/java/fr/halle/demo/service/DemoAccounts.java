package fr.halle.demo.service;

import fr.halle.identity.model.NewAccount;
import fr.halle.shared.service.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The demo's sign-ins, made once the merchants are written. */
final class DemoAccounts {

    private static final Duration TOKEN_LIFE = Duration.ofDays(366);

    private final Sql sql;
    private final LongSupplier ids;
    private final Instant now;
    private final ToLongFunction<NewAccount> creation;

    /** @param creation makes an account and tells its id: {@code Accounts::create} */
    DemoAccounts(Sql sql, LongSupplier ids, Instant now, ToLongFunction<NewAccount> creation) {
        this.sql = sql;
        this.ids = ids;
        this.now = now;
        this.creation = creation;
    }

    void create() {
        AccountsFile file = DemoFiles.accounts();
        Map<String, Long> byLogin = new HashMap<>();
        for (AccountsFile.Account account : file.accounts()) {
            byLogin.put(account.login(), creation.applyAsLong(of(account, file.password())));
        }
        AccountsFile.Token token = file.token();
        sql.update(
                "insert into api_token (id, token_hash, user_id, label, created_at, expires_at) values (?, ?, ?, ?, ?, ?)",
                ids.getAsLong(),
                HexFormat.of().parseHex(DemoTerms.sha256(token.token())),
                Objects.requireNonNull(byLogin.get(token.login()), token.login()),
                token.label(),
                now,
                now.plus(TOKEN_LIFE));
    }

    /** The sign-ins that this version has beside an earlier one's, where their merchants are those of the demo. */
    void addMissing() {
        AccountsFile file = DemoFiles.accounts();
        if (file.accounts().stream().noneMatch(account -> isThere(account.login()))) {
            return;
        }
        for (AccountsFile.Account account : file.accounts()) {
            String merchant = account.merchant();
            if (!isThere(account.login())
                    && merchant != null
                    && sql.number(
                                    "select count(*) from merchant m join portal p on p.id = m.portal_id where p.slug = ? and m.slug = ?",
                                    account.portal(),
                                    merchant)
                            == 1) {
                creation.applyAsLong(of(account, file.password()));
            }
        }
    }

    private boolean isThere(String login) {
        return sql.number("select count(*) from user_account where lower(login) = ?", login) > 0;
    }

    private NewAccount of(AccountsFile.Account account, String password) {
        return new NewAccount(
                account.login(),
                account.login(),
                account.name(),
                password,
                account.role(),
                portal(account.portal()),
                merchant(account.portal(), account.merchant()),
                account.language());
    }

    private @Nullable Long portal(@Nullable String slug) {
        return slug == null ? null : sql.number("select id from portal where slug = ?", slug);
    }

    private @Nullable Long merchant(@Nullable String portal, @Nullable String slug) {
        return slug == null
                ? null
                : sql.number(
                        "select m.id from merchant m join portal p on p.id = m.portal_id where p.slug = ? and m.slug = ?",
                        portal,
                        slug);
    }
}
