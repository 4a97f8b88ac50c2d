package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** K28: every operation of the API, asked for another's by everybody whom it does not concern, tells nothing and changes nothing. */
class TheApiTellsWhomItConcernsIT {

    private static final RunningShop SHOP = RunningShop.shared();
    private static final Foreign FOREIGN = Foreign.shared();

    @Test
    void andNobodyElse() {
        String stranger = SignedIn.as(SHOP, "ville", "carpe-diem@ville.demo").token();
        String owner = SignedIn.as(SHOP, "ville", "huitriere@ville.demo").token();
        List<String> faults = new ArrayList<>();
        for (String portal : List.of("ville", "montagne", "nowhere")) {
            for (String authorization : List.of("", "Bearer " + stranger, "Bearer x", "Basic eDp4")) {
                Asked.OPERATIONS.forEach((operation, asked) -> {
                    String method = operation.substring(0, operation.indexOf(' '));
                    Answer answer = Http.of(SHOP, portal)
                            .ask(
                                    method,
                                    FOREIGN.filled("/api/v1" + asked.path()),
                                    FOREIGN.filled(asked.body()),
                                    "Authorization: " + authorization,
                                    "Content-Type: application/json");
                    faults.addAll(FOREIGN.faults(
                            authorization + " at " + portal + ": " + operation, asked.path() + asked.body(), answer));
                    if (operation.contains("/merchant/") && !authorization.endsWith(stranger)) {
                        assertThat(answer.status()).as(operation).isEqualTo(401);
                    }
                });
            }
        }
        assertThat(faults).isEmpty();
        assertThat(Http.of(SHOP, "ville")
                        .get(FOREIGN.filled("/api/v1/merchant/parts/{part}"), "Authorization: Bearer " + owner)
                        .body())
                .contains(Foreign.NAME);
        assertThat(Http.of(SHOP, "ville")
                        .get("/api/v1/merchant/parts/" + FOREIGN.bakersPart(), "Authorization: Bearer " + owner)
                        .status())
                .isEqualTo(404);
        assertThat(FOREIGN.unmoved()).isZero();
    }

    /** A page that a merchant is lured to cannot use its session there. */
    @Test
    void whoSignedInToThePagesIsNobodyToTheApi() {
        SignedIn sea = SignedIn.as(SHOP, "ville", "huitriere@ville.demo");
        assertThat(sea.get("/pro/orders/list").status()).isEqualTo(200);
        assertThat(sea.get("/api/v1/merchant/parts").status()).isEqualTo(401);
    }
}
