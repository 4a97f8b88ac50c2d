package fr.halle.sales.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.sales.model.LinePick;
import fr.halle.sales.service.QuoteDesk;
import fr.halle.sales.service.QuoteEnding;
import fr.halle.sales.service.QuoteLines;
import fr.halle.sales.service.QuoteRepricing;
import fr.halle.sales.service.QuoteUnknown;
import fr.halle.sales.service.RequestUnknown;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.NotAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code POST /pro/sales/quote-do}: what is done to a quote with one button: begun, priced again, a prestation moved, left to the customer, taken out; ended. */
@WebServlet(name = "salesQuoteDo", urlPatterns = "/pro/sales/quote-do")
public class ProSalesQuoteDo extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient QuoteDesk desk;

    @Inject
    private transient QuoteLines lines;

    @Inject
    private transient QuoteEnding ending;

    @Inject
    private transient QuoteRepricing repricing;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long id = SalesAddress.id(request);
        String back = "/pro/sales/quote?id=" + id;
        try {
            SalesAddress.seeOther(response, done(request, id));
        } catch (QuoteUnknown | RequestUnknown unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (NotAllowed notTheirs) {
            throw notTheirs;
        } catch (BusinessException refused) {
            String begun = SalesAddress.text(request, "do").equals("begin") ? SalesAddress.of(id, "") : back;
            SalesAddress.seeOther(response, begun + "&" + SalesAddress.refused(refused));
        }
    }

    private String done(HttpServletRequest request, long id) {
        Long line = SalesAddress.number(request, "line");
        long lineId = line == null ? 0 : line;
        String back = "/pro/sales/quote?id=" + id;
        switch (SalesAddress.text(request, "do")) {
            case "begin" -> {
                return "/pro/sales/quote?id=" + desk.begin(actor.get(), id);
            }
            case "reprice" -> {
                QuoteRepricing.Repriced repriced = repricing.reprice(actor.get(), id);
                return "/pro/sales/quote?id=" + repriced.quoteId() + "&done=repriced" + lost(repriced.lost());
            }
            case "void" -> {
                ending.withdraw(actor.get(), id, SalesAddress.text(request, "reason"));
                return back + "&done=voided";
            }
            case "remove" -> lines.remove(actor.get(), id, lineId);
            case "up" -> lines.move(actor.get(), id, lineId, true);
            case "down" -> lines.move(actor.get(), id, lineId, false);
            case "firm" -> lines.leave(actor.get(), id, lineId, LinePick.FIRM, null, true);
            case "option" -> lines.leave(actor.get(), id, lineId, LinePick.OPTION, null, false);
            case "alternative1" -> lines.leave(actor.get(), id, lineId, LinePick.ALTERNATIVE, 1, false);
            case "alternative2" -> lines.leave(actor.get(), id, lineId, LinePick.ALTERNATIVE, 2, false);
            case "take" -> take(id, lineId);
            default -> throw new QuoteUnknown();
        }
        return back + "#prestations";
    }

    /** Counts an option from the start, or this one of its alternatives. */
    private void take(long id, long lineId) {
        desk.view(actor.get(), id).lines().stream()
                .filter(one -> one.id() == lineId)
                .forEach(one -> lines.leave(
                        actor.get(),
                        id,
                        lineId,
                        one.pick(),
                        one.alternative(),
                        one.pick() == LinePick.ALTERNATIVE || !one.taken()));
    }

    private static String lost(List<String> names) {
        return names.isEmpty() ? "" : "&lost=" + URLEncoder.encode(String.join(", ", names), StandardCharsets.UTF_8);
    }
}
