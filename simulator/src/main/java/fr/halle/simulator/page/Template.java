package fr.halle.simulator.page;

import com.samskivert.mustache.Mustache;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;

/** A page: a logic-less template of this package, filled with values (escaped) and the words of a language. */
final class Template {

    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(true).defaultValue("").emptyStringIsFalse(true);

    private final com.samskivert.mustache.Template compiled;

    Template(String name) {
        try (Reader source = source(name)) {
            this.compiled = COMPILER.compile(source);
        } catch (IOException e) {
            throw new IllegalStateException("the page " + name + " is packed beside this class", e);
        }
    }

    /** French, unless a language code says English. */
    static Locale language(String code) {
        return code.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.UK : Locale.FRANCE;
    }

    static Map<String, String> texts(Locale language) {
        ResourceBundle bundle = ResourceBundle.getBundle("fr.halle.simulator.page.texts", language);
        Map<String, String> texts = new HashMap<>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }

    /** @param formTarget another origin that a form of the page may end at, empty for none */
    void send(HttpServletResponse response, Map<String, ?> values, String formTarget) throws IOException {
        byte[] page = compiled.execute(values).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none';"
                        + " form-action 'self' " + formTarget);
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private static Reader source(String name) {
        InputStream source = Objects.requireNonNull(Template.class.getResourceAsStream(name + ".html"), name);
        return new InputStreamReader(source, StandardCharsets.UTF_8);
    }
}
