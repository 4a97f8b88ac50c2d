package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody is at work in the back office while the account is closed, locked after too many guesses, or given another role; or while strangers come, which is no reason. */
class AnAccountIsClosedIT {

    private static final RunningShop SHOP = RunningShop.shared();
    private static final String ENDED = "/pro/sign-in?ended=true";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "active = false",
                "locked_until = now() + interval '50 years'",
                "role = 'SECRETARY'",
                "role = 'OPERATOR'"
            })
    void theNextClickSignsOut(String change) {
        String login = hired();
        SignedIn person = SignedIn.as(SHOP, "ville", login);
        assertThat(person.get("/pro").status()).isEqualTo(200);

        SHOP.number("update user_account set " + change + " where login = '" + login + "' returning 1");
        Answer next = person.get("/pro/orders/list");
        assertThat(next.status()).isEqualTo(302);
        assertThat(next.header("location")).endsWith(ENDED);
        assertThat(person.get(ENDED).body()).contains("Votre session a été fermée");
        assertThat(person.get("/pro/finances").status())
                .as("the session is over")
                .isEqualTo(302);
    }

    /** What an open page asks for by itself does not take the words away from who reads it. */
    @Test
    void alsoWhereItsOpenPageHasAskedMeanwhile() {
        String login = hired();
        SignedIn person = SignedIn.as(SHOP, "ville", login);
        assertThat(person.get("/pro").status()).isEqualTo(200);
        SHOP.number("update user_account set active = false where login = '" + login + "' returning 1");
        for (int beat = 0; beat < 2; beat++) {
            assertThat(person.get("/pro/news?since=0&unseen=0").status()).isEqualTo(302);
        }
        assertThat(person.get("/pro/orders/list").header("location")).endsWith(ENDED);
        assertThat(person.get("/pro/orders/list").header("location")).endsWith("/pro/sign-in");
    }

    /** A page that asks by itself every second goes to the sign-in too, instead of nowhere. */
    @Test
    void aPageThatRefreshesItselfGoesToTheSignIn() {
        String login = hired();
        SignedIn person = SignedIn.as(SHOP, "ville", login);
        Map<String, String> form = SignedIn.form(person.get("/pro/profile"), "k");
        SHOP.number("update user_account set active = false where login = '" + login + "' returning 1");
        Answer answer = person.post("/pro/profile", form, "Faces-Request: partial/ajax");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("<redirect url=\"" + ENDED + "\">");
    }

    /** A form that was left open until its session ended did nothing, and says so: it is no fault of ours. */
    @Test
    void aFormLeftOpenTooLongIsShownAgain() {
        String login = hired();
        Map<String, String> form =
                SignedIn.form(SignedIn.as(SHOP, "ville", login).get("/pro/profile"), "k");
        SignedIn again = SignedIn.as(SHOP, "ville", login);
        Answer answer = again.post("/pro/profile", form);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("location")).endsWith("/pro/profile?expired=true");
        assertThat(again.get("/pro/profile?expired=true").body()).contains("rien n’a été enregistré");
        assertThat(again.post("/pro/sign-in", form).header("location")).endsWith("/pro/sign-in?expired=true");
    }

    /** The server lost the role of whoever is signed in while others are not: one click in forty was refused. */
    @Test
    void strangersWhoComeMeanwhileSendNobodyAway() throws Exception {
        SignedIn person = SignedIn.as(SHOP, "ville", hired());
        Http stranger = Http.of(SHOP, "ville");
        ExecutorService crowd = Executors.newFixedThreadPool(6);
        try {
            List<Future<Answer>> clicks = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                clicks.add(crowd.submit(() -> person.get("/pro/orders/view?part=0")));
                crowd.submit(() -> stranger.get("/order?number=EP-0"));
                crowd.submit(() -> stranger.get("/quote?token=nobodys"));
            }
            for (Future<Answer> click : clicks) {
                assertThat(click.get().status())
                        .as("neither refused nor signed out")
                        .isEqualTo(404);
            }
        } finally {
            crowd.shutdownNow();
        }
    }

    /** A sign-in of the test's own, with the demo's password. */
    private static String hired() {
        String login = "hired-" + System.nanoTime() + "@ville.demo";
        SHOP.number("insert into user_account (id, login, email, name, password_hash, role, portal_id, merchant_id)"
                + " select nextval('halle_id'), '" + login
                + "', email, 'Nouvelle', password_hash, role, portal_id, merchant_id"
                + " from user_account where login = 'huitriere@ville.demo' returning id");
        return login;
    }
}
