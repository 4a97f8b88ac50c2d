package fr.halle.operation.web;

import fr.halle.order.service.FormerNumbers;
import fr.halle.order.service.FormerNumbersRefused;
import fr.halle.order.service.FormerNumbersRefused.Wrong;
import fr.halle.shared.web.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings the numbers that parts had where they come from (K15). What is wrong stands line by line, and the list stays in its field. */
@Named
@RequestScoped
public class ProOperationNumbersPage {

    private static final String PAGE = "/pro/operation/numbers";
    private static final int MOST_SHOWN = 20;

    @Inject
    private FormerNumbers numbers;

    @Inject
    private OperatorScope scope;

    @Inject
    private Said said;

    @Inject
    private Words words;

    private @Nullable String list;
    private List<Wrong> wrong = List.of();
    private boolean refused;

    @PostConstruct
    void check() {
        scope.who();
    }

    public @Nullable String keep() {
        String typed = list == null ? "" : list;
        refused = typed.isBlank() || typed.length() > FormerNumbers.LONGEST;
        if (refused) {
            return null;
        }
        try {
            int kept = numbers.keep(scope.who(), typed);
            return said.after(() -> {}, PAGE, "numbersKept", kept);
        } catch (FormerNumbersRefused lines) {
            wrong = lines.wrong();
            return null;
        }
    }

    /** The first lines that cannot be kept, as sentences. */
    public List<String> getWrong() {
        return wrong.stream()
                .limit(MOST_SHOWN)
                .map(line -> words.text("pro.operation.numbers.wrong." + line.why(), line.line(), shown(line.text())))
                .toList();
    }

    public int getMore() {
        return Math.max(0, wrong.size() - MOST_SHOWN);
    }

    public boolean isRefused() {
        return refused;
    }

    public @Nullable String getList() {
        return list;
    }

    public void setList(@Nullable String typed) {
        list = typed;
    }

    private static String shown(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
