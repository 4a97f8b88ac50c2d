package fr.halle.demo.service;

import fr.halle.identity.model.NewAccount;
import fr.halle.shared.service.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
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
        Map<String, Long> byLogin = make(file, account -> true);
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

    /**
     * The sign-ins that this version has beside an earlier one's, where their merchants are those of the demo.
     *
     * @return the logins that were made
     */
    Set<String> addMissing() {
        AccountsFile file = DemoFiles.accounts();
        if (file.accounts().stream().noneMatch(account -> isThere(account.login()))) {
            return Set.of();
        }
        return make(file, account -> !isThere(account.login()) && isOfDemo(account.portal(), account.merchant()))
                .keySet();
    }

    private Map<String, Long> make(AccountsFile file, Predicate<AccountsFile.Account> which) {
        return file.accounts().stream()
                .filter(which)
                .collect(Collectors.toMap(
                        AccountsFile.Account::login,
                        account -> creation.applyAsLong(of(account, file.password())),
                        (one, same) -> one,
                        LinkedHashMap::new));
    }

    private boolean isOfDemo(@Nullable String portal, @Nullable String merchant) {
        return sql.number(
                        "select count(*) from merchant m join portal p on p.id = m.portal_id where p.slug = ? and m.slug = ?",
                        portal,
                        merchant)
                == 1;
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
