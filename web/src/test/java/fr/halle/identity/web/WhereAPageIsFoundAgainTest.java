package fr.halle.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** M52: the bell comes back to the page on which it was pressed, and to nothing that is not the back office's. */
class WhereAPageIsFoundAgainTest {

    @Test
    void byItsAddress() {
        assertThat(asked("GET", "/pro/sales/quote", "id=42&done=added", Map.of()))
                .isEqualTo("/pro/sales/quote?id=42&done=added");
        assertThat(asked("GET", "/pro/orders/list", null, Map.of())).isEqualTo("/pro/orders/list");
        assertThat(asked("GET", "/pro/orders/list", "q=%C3%A9t%C3%A9+%22d'ici%22", Map.of()))
                .isEqualTo("/pro/orders/list?q=%C3%A9t%C3%A9+%22d'ici%22");
    }

    @Test
    void byWhatItsFormNames() {
        assertThat(asked("POST", "/pro/orders/cancel", null, Map.of("number", "EP-00042-001", "reason", "rupture")))
                .isEqualTo("/pro/orders/cancel?number=EP-00042-001");
        assertThat(asked("POST", "/pro/sales/quote-add", null, Map.of("id", "42", "kind", "FREE", "price", "-1")))
                .isEqualTo("/pro/sales/quote-add?id=42&kind=FREE");
    }

    @Test
    void whatAFormForgesStaysAValue() {
        assertThat(asked("POST", "/pro/sales/quote", null, Map.of("id", "1\r\nSet-Cookie: a=b&x=//evil#")))
                .isEqualTo("/pro/sales/quote?id=1%0D%0ASet-Cookie%3A+a%3Db%26x%3D%2F%2Fevil%23");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example/pro",
                "https://evil.example/pro",
                "/professional",
                "/pro.evil.example",
                "/pro@evil.example",
                "/pro\\evil.example",
                "/pro/../basket",
                "/pro/sales/quote?id=1\r\nSet-Cookie: a=b",
                "/pro/sales/quote?id=1\n",
                "/pro?a=\"><script>",
                "/pro?a#b",
                "/pro?été",
                "javascript:/pro"
            })
    void orNot(String forged) {
        assertThat(ProAddress.isOurs(forged)).isFalse();
    }

    private static String asked(String method, String path, @Nullable String query, Map<String, String> form) {
        Map<String, @Nullable Object> answers = new HashMap<>();
        answers.put("getMethod", method);
        answers.put("getRequestURI", path);
        answers.put("getQueryString", query);
        return ProAddress.of((HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, asked, arguments) -> asked.getName().equals("getParameter")
                        ? form.get(arguments[0])
                        : answers.get(asked.getName())));
    }
}
