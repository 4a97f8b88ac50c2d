package fr.halle.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.simulator.store.Docs;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a careless or hostile caller sends is refused in Mangopay's shape, with the field named. */
class BadInputTest {

    private final Provider provider = Provider.running();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"DebitedFunds\":{\"Currency\":\"EUR\",\"Amount\":-5}}",
                "{\"DebitedFunds\":{\"Currency\":\"EUR\",\"Amount\":0}}",
                "{\"DebitedFunds\":{\"Currency\":\"EUR\",\"Amount\":1.5}}",
                "{\"DebitedFunds\":{\"Currency\":\"EUR\",\"Amount\":1e40}}",
                "{\"DebitedFunds\":{\"Currency\":\"EUR\",\"Amount\":\"100\"}}",
                "{\"DebitedFunds\":{\"Currency\":\"USD\",\"Amount\":100}}",
                "{\"DebitedFunds\":100}",
                "{}"
            })
    void amountThatIsNoneNamesTheField(String body) {
        Answer answer = raw("transfers", body);
        assertThat(answer.status()).isEqualTo(400);
        JsonObject problem = (JsonObject) answer.body();
        assertThat(problem.getString("Type")).isEqualTo("param_error");
        assertThat(problem.getJsonObject("errors")).containsKeys("DebitedFunds", "AuthorId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"not json", "[]", "{\"Tag\":\"\\u0000\"}", "{", "{\"Owners\":[1,null]}", "{\"Owners\":\"x\"}"})
    void bodyThatIsNoneIsRefused(String body) {
        assertThat(raw("wallets", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"users/nobody", "wallets/../x", "payins/%00", "nothing", "", "payins/a'b", "responses/x"})
    void whatDoesNotExistIsNotFound(String path) {
        assertThat(provider.tryGet(path).status()).isBetween(400, 404);
    }

    @Test
    void callWithoutABearerIsUnauthorized() {
        assertThat(provider.call("GET", "halle-demo/hooks", "", "", Docs.EMPTY).status())
                .isEqualTo(401);
        assertThat(provider.call("GET", "report", "Bearer 99999999999.00", "", Docs.EMPTY)
                        .status())
                .isEqualTo(401);
        assertThat(provider.call("POST", "oauth/token", "Basic !!", "", Docs.EMPTY)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anotherClientsDataIsNotFound() {
        assertThat(provider.call("GET", "somebody/hooks", provider.bearer(), "", Docs.EMPTY)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void callerCannotChooseTheId() {
        JsonObject user = provider.post(
                "users/natural", "Id", "FEES_EUR", "FirstName", "A", "LastName", "B", "Email", "a@example.org");
        assertThat(user.getString("Id")).startsWith("user_m_");
    }

    @Test
    void instantPayInsAreOffUnlessAllowed() {
        String payer = provider.payer();
        Answer answer = provider.tryPost(
                Provider.key(), "payins/simulator/instant", Provider.payInFields(payer, provider.wallet(payer), 100));
        assertThat(answer.status()).isEqualTo(403);
    }

    private Answer raw(String path, String body) {
        return provider.door()
                .enter(new Call(
                        "POST", "halle-demo/" + path, provider.bearer(), "", Map.of(), body, "http://localhost"));
    }
}
