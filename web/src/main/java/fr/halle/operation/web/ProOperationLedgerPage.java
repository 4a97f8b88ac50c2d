package fr.halle.operation.web;

import fr.halle.ledger.model.AccountRef;
import fr.halle.ledger.model.AccountType;
import fr.halle.ledger.model.Posting;
import fr.halle.ledger.service.Ledger;
import fr.halle.ledger.service.LedgerProof;
import fr.halle.ledger.service.PostedEntry;
import fr.halle.operation.service.OperationLists;
import fr.halle.operation.service.OperatorDesk;
import fr.halle.operation.service.OrderMoneyView;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.service.Sql;
import fr.halle.shared.web.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every entry about an order, a part or a payout, and where the money lies. */
@Named
@RequestScoped
public class ProOperationLedgerPage {

    private static final int LONGEST = 40;

    @Inject
    private Ledger ledger;

    @Inject
    private OperationLists lists;

    @Inject
    private OperatorDesk desk;

    @Inject
    private OperatorScope scope;

    @Inject
    private Words words;

    @Inject
    private Sql sql;

    @Inject
    @ManagedProperty("#{param.q}")
    private @Nullable String typed;

    private @Nullable OrderMoneyView money;
    private List<PostedEntry> entries = List.of();
    private LedgerProof proof = new LedgerProof(0, 0, 0);
    private final Map<Long, String> merchants = new HashMap<>();
    private Map<AccountType, Long> balances = Map.of();

    @PostConstruct
    void read() {
        scope.who();
        balances = desk.balances(scope.portal());
        String subject = getTyped();
        if (subject.isEmpty()) {
            return;
        }
        Optional<OrderNumbers.Parsed> number = OrderNumbers.parse(subject);
        if (number.isPresent()) {
            money = lists.orderMoney(scope.portal(), number.get().order()).orElse(null);
            if (money != null) {
                show(OrderNumbers.format(number.get().order()));
            }
        } else if (isPayoutInSight(subject)) {
            show(subject.toUpperCase(Locale.ROOT));
        }
    }

    public String getTyped() {
        String text = typed == null ? "" : typed.strip();
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    public boolean isFound() {
        return !entries.isEmpty();
    }

    public @Nullable OrderMoneyView getMoney() {
        return money;
    }

    public List<PostedEntry> getEntries() {
        return entries;
    }

    public LedgerProof getProof() {
        return proof;
    }

    /** « Ty Pêcheur, en attente », or what a common account is called. */
    public String account(AccountRef account) {
        String kind = words.text("pro.operation.account." + account.type().name());
        boolean merchants = account.type().name().startsWith("MERCHANT_");
        return merchants ? this.merchants.getOrDefault(account.ownerId(), "") + ", " + kind : kind;
    }

    public List<AccountType> getTypes() {
        return List.of(AccountType.values());
    }

    /** As the ledger has it: debits positive. */
    public long balance(AccountType type) {
        return balances.getOrDefault(type, 0L);
    }

    public long getOff() {
        return balances.values().stream().mapToLong(Long::longValue).sum();
    }

    private void show(String subject) {
        entries = ledger.ofSubject(subject);
        proof = ledger.proof(subject);
        Long[] owners = entries.stream()
                .flatMap(entry -> entry.entry().postings().stream())
                .map(Posting::account)
                .map(AccountRef::ownerId)
                .distinct()
                .toArray(Long[]::new);
        sql.list(
                "select id, name from merchant where id = any(?)",
                row -> merchants.put(row.number("id"), row.text("name")),
                (Object) owners);
    }

    private boolean isPayoutInSight(String reference) {
        return sql.number(
                        "select count(*) from payout where reference = ? and portal_id = coalesce(?::bigint, portal_id)",
                        reference.toUpperCase(Locale.ROOT),
                        scope.portal())
                > 0;
    }
}
