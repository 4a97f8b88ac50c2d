package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.sales.model.RequestStage;
import fr.halle.shared.model.Actor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** S09–S17, K22: dossiers are found by a piece of their client, on the board and in the table, counted and added up. */
class ADeskLooksAtItsDossiersTest {

    private final OpenDesk sales = new OpenDesk();
    private final Dossiers dossiers = sales.beans.get(Dossiers.class);
    private final Actor sandrine = sales.secretary("Sandrine Laloy");

    @Test
    void byAPieceHoweverShortAndAccentsAside() {
        long camille = dossier("Camille", "Lefèvre");
        long li = dossier("An", "Li");
        sales.open("Seulement une question");
        assertThat(shown("")).containsExactlyInAnyOrder(camille, li);
        assertThat(shown("LEFEV")).containsExactly(camille);
        assertThat(shown("an li")).containsExactly(li);
        assertThat(shown("%")).isEmpty();
        Dossiers.Column fresh = column(filter("le"));
        assertThat(fresh.many()).isEqualTo(1);
        assertThat(fresh.amountCents()).isEqualTo(5000);
        assertThat(dossiers.table(sandrine, null, filter("le"), null).many()).isEqualTo(1);
    }

    private long dossier(String first, String last) {
        long id = sales.open("Un séjour");
        sales.sql.update(
                "update sales_request set first_name = ?, last_name = ?, email = '', prestations = 1, quoted_cents = 5000 where id = ?",
                first,
                last,
                id);
        return id;
    }

    /** As the board and the table say alike. */
    private List<Long> shown(String q) {
        List<Long> ids = column(filter(q)).cards().stream().map(DossierRow::id).toList();
        assertThat(dossiers.table(sandrine, null, filter(q), null).rows())
                .extracting(DossierRow::id)
                .containsExactlyElementsOf(ids);
        return ids;
    }

    private Dossiers.Column column(DossierFilter filter) {
        return dossiers.board(sandrine, null, filter).stream()
                .filter(one -> one.stage() == RequestStage.NEW)
                .findFirst()
                .orElseThrow();
    }

    private static DossierFilter filter(String q) {
        return new DossierFilter(q, null, null, null, false, null);
    }
}
