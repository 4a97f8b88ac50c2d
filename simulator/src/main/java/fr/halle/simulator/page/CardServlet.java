package fr.halle.simulator.page;

import fr.halle.simulator.api.Callers;
import fr.halle.simulator.api.Simulator;
import fr.halle.simulator.provider.ApiProblem;
import fr.halle.simulator.provider.CardCheckout;
import fr.halle.simulator.provider.CardCheckout.Step;
import fr.halle.simulator.provider.CardCheckout.View;
import fr.halle.simulator.provider.CardForm;
import fr.halle.simulator.provider.TestCard;
import fr.halle.simulator.store.Tx;
import jakarta.ejb.EJB;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Objects;

/**
 * {@code /card/{pay-in}/{secret}}: the customer types the card here and nowhere else (C13). Every step ends in a redirect, so
 * going back and loading again are harmless.
 */
@WebServlet(name = "card", urlPatterns = "/card/*", asyncSupported = true)
public class CardServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int SPARE_MILLIS = 60_000;

    @EJB
    private Simulator simulator;

    private final transient CardPage page = new CardPage();

    /** One step at the page, in a transaction. */
    private interface Move {
        View make(Tx tx, String id, String secret) throws SQLException;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            View view = step(request, CardCheckout::open);
            switch (view.step()) {
                case FORM -> page.form(response, view);
                case CHALLENGE -> page.challenge(response, view);
                case DONE -> seeOther(response, view.returnUrl());
            }
        } catch (ApiProblem unknown) {
            page.unknown(request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        if (!Callers.fromOwnPage(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            switch (field(request, "action")) {
                case "pay" -> pay(request, response);
                case "confirm" -> confirm(request, response);
                case "refuse" -> go(request, response, step(request, CardCheckout::refuse));
                default -> go(request, response, step(request, CardCheckout::cancel));
            }
        } catch (ApiProblem unknown) {
            page.unknown(request, response);
        }
    }

    private void pay(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String number = field(request, "number");
        String expiry = field(request, "expiry");
        CardForm form = new CardForm(number, expiry, field(request, "code"), YearMonth.now(PARIS));
        if (form.card().isPresent()) {
            TestCard card = form.card().get();
            go(request, response, step(request, (tx, id, secret) -> CardCheckout.pay(tx, id, secret, card)));
            return;
        }
        View view = step(request, CardCheckout::open);
        if (view.step() == Step.FORM) {
            page.form(response, view, form.errors(), number, expiry);
        } else {
            go(request, response, view);
        }
    }

    private void confirm(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String code = field(request, "code");
        View view = step(request, (tx, id, secret) -> CardCheckout.confirm(tx, id, secret, code));
        if (view.wrongCode()) {
            page.challenge(response, view);
        } else {
            go(request, response, view);
        }
    }

    private View step(HttpServletRequest request, Move move) {
        String[] parts = Objects.requireNonNullElse(request.getPathInfo(), "").split("/", -1);
        if (parts.length != 3 || !parts[1].matches("[A-Za-z0-9_]{1,80}")) {
            throw ApiProblem.notFound("card page");
        }
        return simulator.store().inTransaction(tx -> move.make(tx, parts[1], parts[2]));
    }

    /** After a step: back to the shop, late if the card says so, or to this page's next form. */
    private void go(HttpServletRequest request, HttpServletResponse response, View view) {
        if (view.step() != Step.DONE) {
            seeOther(response, request.getRequestURI());
        } else if (view.lateSeconds() == 0) {
            seeOther(response, view.returnUrl());
        } else {
            AsyncContext waiting = request.startAsync();
            waiting.setTimeout(view.lateSeconds() * 1000L + SPARE_MILLIS);
            simulator.later(
                    () -> {
                        seeOther((HttpServletResponse) waiting.getResponse(), view.returnUrl());
                        waiting.complete();
                    },
                    view.lateSeconds() * 1000L);
        }
    }

    private static void seeOther(HttpServletResponse response, String url) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", url);
    }

    private static String field(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
