package fr.halle.demo.service;

import fr.halle.checkout.service.CustomerForm;
import fr.halle.identity.service.Accounts;
import fr.halle.sales.model.MailContentKind;
import fr.halle.sales.service.FreeLine;
import fr.halle.sales.service.QuoteContents;
import fr.halle.sales.service.QuoteDesk;
import fr.halle.sales.service.QuoteHead;
import fr.halle.sales.service.QuoteLines;
import fr.halle.sales.service.QuoteSending;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.Objects;

/** The quotes of the demo's ski school, written and sent as its secretaries would: so the board of dossiers is not empty. */
@Service
public class DemoQuotes {

    private static final String SECRETARY = "secretariat.ecole@montagne.demo";
    private static final int VAT_BP = 2000;

    @Inject
    private Sql sql;

    @EJB
    private Accounts accounts;

    @EJB
    private QuoteDesk desk;

    @EJB
    private QuoteLines lines;

    @EJB
    private QuoteContents contents;

    @EJB
    private QuoteSending sending;

    /** For the requests of the file that stand in the database and have none. */
    void write(RequestsFile file) {
        file.requests().forEach(request -> {
            RequestsFile.Quote quote = request.quote();
            if (quote != null) {
                sql.one(
                                "select r.id from sales_request r where r.email = ? and not exists (select from quote q where q.request_id = r.id)"
                                        + " order by r.id limit 1",
                                row -> row.number("id"),
                                request.email())
                        .ifPresent(id -> write(id, request, quote));
            }
        });
    }

    private void write(long requestId, RequestsFile.Request request, RequestsFile.Quote quote) {
        Actor secretary = accounts.byLogin(Objects.requireNonNullElse(request.assigned(), SECRETARY))
                .orElseThrow()
                .actor();
        long id = desk.begin(secretary, requestId);
        QuoteHead begun = desk.view(secretary, id).head();
        lines.addFree(
                secretary,
                id,
                new FreeLine(
                        null,
                        quote.kind(),
                        quote.label(),
                        quote.cents(),
                        VAT_BP,
                        1,
                        begun.arrivesOn(),
                        begun.leavesOn()));
        if (quote.street() != null) {
            CustomerForm customer = new CustomerForm(
                    request.firstName(),
                    request.lastName(),
                    request.email(),
                    request.phone(),
                    quote.street(),
                    quote.postcode(),
                    quote.city(),
                    "FR",
                    false);
            int version = desk.view(secretary, id).head().version();
            sending.send(secretary, id, version, customer, contents.proposed(secretary, id, MailContentKind.QUOTE));
        }
    }
}
