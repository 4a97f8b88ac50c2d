package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * K28: every page, asked for another's order, part, mail, basket and token by everybody whom it does not concern, shows no name, no
 * figure and no fault. A new page or operation must be taught in {@link Asked} how it is asked.
 */
class NobodySeesAnothersIT {

    private static final RunningShop SHOP = RunningShop.shared();
    private static final Foreign FOREIGN = Foreign.shared();

    @Test
    void everyRouteIsKnownHere() {
        Set<String> routes = new TreeSet<>(Routes.pages());
        routes.addAll(Routes.servlets());
        assertThat(Asked.OF.keySet())
                .as("teach this test how to ask the new page")
                .containsAll(routes);
        assertThat(routes)
                .as("pages and servlets are found")
                .contains("/pro/orders/view", "/pro/mail-body", "/payment/return");
        assertThat(Asked.OPERATIONS.keySet())
                .as("teach this test how to ask the new operation")
                .isEqualTo(Routes.operations(
                        Http.of(SHOP, "ville").get("/api/v1/openapi.json").body()));
    }

    @Test
    void signedOut() {
        for (String portal : List.of("ville", "montagne", "nowhere")) {
            Http http = Http.of(SHOP, portal);
            List<String> faults = walk("nobody at " + portal, http::get);
            assertThat(faults).isEmpty();
            assertThat(ask(Asked.OF.keySet().stream()
                            .filter(page -> page.startsWith("/pro/")
                                    && !Set.of("/pro/sign-in", "/pro/forgotten", "/pro/password")
                                            .contains(page))
                            .map(http::get)
                            .map(Answer::status)
                            .toList()))
                    .as("every page of the back office asks who is there")
                    .containsOnly(302);
        }
        assertThat(Http.of(SHOP, "montagne")
                        .get(FOREIGN.filled("/order/{order}?token={token}"))
                        .status())
                .as("another portal's host")
                .isEqualTo(404);
        assertThat(Http.of(SHOP, "montagne")
                        .get(FOREIGN.filled("/api/v1/orders/{order}?token={token}"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void signedInAsSomebodyElse() {
        for (String login : List.of(
                "carpe-diem@ville.demo",
                hired("ORDER_DESK"),
                hired("READER"),
                hired("SECRETARY"),
                "chalets@montagne.demo",
                "secretariat@montagne.demo",
                "exploitant@montagne.demo",
                "exploitant@terroir.demo")) {
            SignedIn stranger = SignedIn.as(SHOP, "ville", login);
            assertThat(walk(login, stranger::get)).isEmpty();
            if (!login.startsWith("exploitant")) {
                assertThat(ask(Asked.OF.keySet().stream()
                                .filter(page -> page.startsWith("/pro/operation/")
                                        && Routes.pages().contains(page))
                                .map(stranger::get)
                                .map(Answer::status)
                                .toList()))
                        .as("%s is no operator", login)
                        .containsOnly(403);
            }
        }
    }

    @Test
    void whoItConcernsSeesItsOwnPartOnly() {
        SignedIn sea = SignedIn.as(SHOP, "ville", "huitriere@ville.demo");
        assertThat(sea.get(FOREIGN.filled("/pro/orders/view?number={part}")).body())
                .contains(Foreign.NAME, Foreign.EMAIL);
        assertThat(sea.get(FOREIGN.filled("/pro/orders/list?q={name}")).body())
                .contains(FOREIGN.of("part"))
                .doesNotContain(FOREIGN.bakersPart());
        assertThat(sea.get(FOREIGN.filled("/pro/orders/week?from={day}")).body())
                .contains(Foreign.NAME, FOREIGN.of("part"))
                .doesNotContain(FOREIGN.bakersPart());
        assertThat(sea.get("/pro/orders/view?number=" + FOREIGN.bakersPart()).status())
                .isEqualTo(404);
        assertThat(sea.get(FOREIGN.filled("/pro/orders/pdf?number={part}")).header("content-type"))
                .isEqualTo("application/pdf");
        assertThat(sea.get("/pro/orders/pdf?number=" + FOREIGN.bakersPart()).status())
                .isEqualTo(404);
        assertThat(sea.get(FOREIGN.filled("/pro/orders/view?number={part}")).body())
                .as("the baker's part is not told")
                .doesNotContain(FOREIGN.bakersPart(), "Fournil");
        assertThat(SignedIn.as(SHOP, "ville", "exploitant@ville.demo")
                        .get("/pro/orders/view?number=" + FOREIGN.bakersPart())
                        .body())
                .contains(Foreign.NAME);
    }

    private static List<String> walk(String who, Function<String, Answer> asker) {
        List<String> faults = new ArrayList<>();
        Asked.OF.forEach((page, asks) -> {
            if (Asked.EVERYBODYS.contains(page)) {
                return;
            }
            List<String> all = new ArrayList<>(asks);
            all.add("");
            for (String ask : all) {
                String path = page.replace("/*", "") + ask;
                faults.addAll(FOREIGN.faults(who + ": " + path, path, asker.apply(FOREIGN.filled(path))));
            }
        });
        return faults;
    }

    private static List<Integer> ask(List<Integer> statuses) {
        assertThat(statuses).isNotEmpty();
        return statuses;
    }

    /** Somebody of another shop's, with the demo's password. */
    private static String hired(String role) {
        String login = "hired-" + System.nanoTime() + "@ville.demo";
        SHOP.number("insert into user_account (id, login, email, name, password_hash, role, portal_id, merchant_id)"
                + " select nextval('halle_id'), '" + login + "', email, 'Nouvelle', password_hash, '" + role
                + "', portal_id, merchant_id from user_account where login = 'carpe-diem@ville.demo' returning id");
        return login;
    }
}
