package fr.halle.sales.web;

import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.FieldRefusal;
import fr.halle.shared.model.MoveRefused;
import fr.halle.shared.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the desk's pages are addressed, and how what a form was refused for is told by the page that follows it. */
final class SalesAddress {

    private static final String ID = "\\d{1,18}";
    private static final String KEY = "[A-Z][A-Za-z]{1,40}(\\.[A-Za-z_]{1,40})?";
    private static final int LONGEST_DETAIL = 120;

    private SalesAddress() {}

    /** The request that the address names; 0, which none has, where it names none. */
    static long id(HttpServletRequest request) {
        Long id = number(request, "id");
        return id == null ? 0 : id;
    }

    static @Nullable Long number(HttpServletRequest request, String name) {
        String text = request.getParameter(name);
        return text != null && text.matches(ID) ? Long.valueOf(text) : null;
    }

    static String text(HttpServletRequest request, String name) {
        String text = request.getParameter(name);
        return text == null ? "" : text;
    }

    static String of(long id, String said) {
        return "/pro/sales/request?id=" + id + (said.isEmpty() ? "" : "&" + said);
    }

    static void seeOther(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }

    /** {@code refused=FileRefused.large&with=plan.pdf&with=10}. */
    static String refused(BusinessException refusal) {
        if (refusal instanceof MoveRefused move) {
            return "refused=" + move.sentenceKey().replaceFirst("refused\\.", "");
        }
        String which = refusal instanceof FieldRefusal onField ? onField.reason() : refusal.variant();
        String key = refusal.key() + (which.isEmpty() ? "" : "." + which);
        String details = Arrays.stream(refusal.details())
                .map(detail -> "&with=" + URLEncoder.encode(String.valueOf(detail), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return "refused=" + key + details;
    }

    /** The sentence of {@link #refused}; nothing for what no page of ours writes. */
    static String refusal(HttpServletRequest request, Words words) {
        String key = text(request, "refused");
        String sentence = words.has("refused." + key) ? "refused." + key : "error." + key;
        if (!key.matches(KEY) || !words.has(sentence)) {
            return "";
        }
        String[] with = request.getParameterValues("with");
        Object[] details = with == null
                ? new Object[0]
                : Arrays.stream(with)
                        .map(one -> one.substring(0, Math.min(one.length(), LONGEST_DETAIL)))
                        .toArray();
        return words.text(sentence, details);
    }
}
