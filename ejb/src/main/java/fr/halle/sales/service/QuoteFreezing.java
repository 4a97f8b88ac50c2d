package fr.halle.sales.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.halle.merchant.service.Terms;
import fr.halle.portal.service.Portals;
import fr.halle.sales.model.FrozenQuote;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes of a quote what its customer will be shown, and of that the text whose hash is the evidence (K23). */
@Service
public class QuoteFreezing {

    /** Keys in alphabetical order, no space: the same text for the same content, however the database keeps it. */
    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Inject
    private Sql sql;

    @Inject
    private Portals portals;

    @Inject
    private Desks desks;

    @Inject
    private Terms terms;

    @Inject
    private HalleClock clock;

    /** As it would be sent today. */
    public FrozenQuote freeze(QuoteView view) {
        QuoteHead head = view.head();
        List<FrozenQuote.Seller> sellers = sellers(view.lines());
        return new FrozenQuote(
                head.no(),
                head.language(),
                portals.byId(head.portalId()).name(),
                desks.at(head.portalId(), head.merchantId()).name(),
                sellers,
                head.customer(),
                head.arrivesOn(),
                head.leavesOn(),
                head.adults(),
                head.children(),
                lines(view.lines()),
                head.discountCents(),
                head.discountReason(),
                head.ask(),
                head.depositBp(),
                view.totals().balanceCents() == 0 ? null : head.balanceDueOn(),
                clock.today(),
                head.validUntil(),
                view.totals(),
                head.message(),
                terms(head, sellers));
    }

    /** What is hashed: independent of how the JSON was written. */
    public static String canonical(String json) {
        try {
            JsonNode tree = Json.MAPPER.readTree(json);
            return SORTED.writeValueAsString(SORTED.treeToValue(tree, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage(), e);
        }
    }

    public static String sha256(String json) {
        return Secrets.sha256Hex(canonical(json));
    }

    private static List<FrozenQuote.Line> lines(List<QuoteLine> lines) {
        List<FrozenQuote.Line> frozen = new ArrayList<>();
        for (QuoteLine line : lines) {
            frozen.add(new FrozenQuote.Line(
                    line.id(),
                    line.source(),
                    line.catalogueCode(),
                    line.outsideId(),
                    line.merchantId(),
                    line.shopId(),
                    line.isCheaper() ? line.publicCents() : null,
                    line.pick(),
                    line.alternative(),
                    line.taken(),
                    line.line().numbered(frozen.size() + 1)));
        }
        return frozen;
    }

    private List<FrozenQuote.Seller> sellers(List<QuoteLine> lines) {
        return sql.list(
                "select distinct on (m.id) m.id, s.name, m.legal_name, m.siret, m.vat_number, m.email, s.phone from merchant m"
                        + " join shop s on s.merchant_id = m.id where s.id = any(?) order by m.id, s.id",
                row -> new FrozenQuote.Seller(
                        row.number("id"),
                        row.text("name"),
                        row.text("legal_name"),
                        row.text("siret"),
                        row.text("vat_number"),
                        row.text("email"),
                        row.text("phone")),
                (Object) lines.stream().map(QuoteLine::shopId).distinct().toArray(Long[]::new));
    }

    private List<FrozenQuote.Terms> terms(QuoteHead head, List<FrozenQuote.Seller> sellers) {
        List<FrozenQuote.Terms> all = new ArrayList<>();
        sellers.forEach(seller -> add(all, head, seller.merchantId()));
        add(all, head, null);
        return all;
    }

    private void add(List<FrozenQuote.Terms> all, QuoteHead head, @Nullable Long merchantId) {
        terms.current(head.portalId(), merchantId, head.language())
                .ifPresent(version -> all.add(new FrozenQuote.Terms(merchantId, version.id(), version.sha256())));
    }
}
