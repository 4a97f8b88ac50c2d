package fr.halle.checkout.service;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a quote sells to adults alone (Code de la santé publique, L3342-1): whoever accepts any of it says to be one, as at the till.
 * Nobody knows it of what stands in no catalogue of ours.
 */
@Service
public class ForAdults {

    @Inject
    private Sql sql;

    /** The names of those, each once. */
    public List<String> among(List<OrderDraft.Line> lines) {
        Long[] products = lines.stream()
                .map(OrderDraft.Line::productId)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(Long[]::new);
        Set<Long> adults = new HashSet<>(
                sql.list("select id from product where id = any(?) and adults_only", row -> row.number("id"), (Object)
                        products));
        return lines.stream()
                .filter(line -> adults.contains(line.productId()))
                .map(OrderDraft.Line::name)
                .distinct()
                .toList();
    }
}
