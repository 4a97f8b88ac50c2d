package fr.halle.sales.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.sales.service.DeskUnknown;
import fr.halle.sales.service.Desks;
import fr.halle.sales.service.SalesDesk;
import fr.halle.sales.service.SalesMeasures;
import fr.halle.sales.service.SalesMeasuring;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Issue 4, section 8: how a desk does, as tables with a bar beside each figure; the bars say nothing that the tables do not. */
@Named
@RequestScoped
public class ProSalesMeasuresPage {

    @Inject
    private SalesMeasuring measuring;

    @Inject
    private Desks desks;

    @Inject
    private CurrentActor actor;

    @Inject
    private MeasuredPeriod period;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Words words;

    private @Nullable SalesMeasures measures;

    /** One block of figures: requests that share something. */
    public record Block(String key, List<SalesMeasures.Conversion> rows) {}

    /** @throws fr.halle.shared.model.NotAllowed before anything of the page is written */
    public void open() {
        try {
            getMeasures();
        } catch (DeskUnknown unknown) {
            SeeOther.nowhere();
        }
    }

    public SalesMeasures getMeasures() {
        SalesMeasures read = measures;
        if (read == null) {
            read = measuring.of(
                    actor.get(),
                    SalesAddress.number(request, "desk"),
                    period.from(request),
                    period.to(request),
                    words.locale().getLanguage());
            measures = read;
        }
        return read;
    }

    /** Empty where there is no choice. */
    public List<SalesDesk> getDesks() {
        List<SalesDesk> all = desks.of(actor.get());
        return all.size() > 1 ? all : List.of();
    }

    public long getDeskId() {
        return desks.of(actor.get(), SalesAddress.number(request, "desk")).id();
    }

    public List<Block> getBlocks() {
        SalesMeasures read = getMeasures();
        return List.of(
                new Block("object", read.byObject()),
                new Block("category", read.byCategory()),
                new Block("secretary", read.bySecretary()));
    }

    /** What the export is asked with. */
    public String getQuery() {
        return "desk=" + getDeskId() + "&from=" + getMeasures().from() + "&to="
                + getMeasures().to();
    }

    public String minutes(@Nullable Long minutes) {
        return minutes == null ? "–" : words.duration((int) Math.min(minutes, Integer.MAX_VALUE));
    }

    public String name(Block block, SalesMeasures.Conversion row) {
        return row.name().isEmpty() ? words.text("pro.measures.none." + block.key()) : row.name();
    }

    public String age(SalesMeasures.Open open) {
        return words.text("pro.measures.age." + open.age().name().toLowerCase(Locale.ROOT));
    }

    public String column(SalesMeasures.Column column) {
        return words.text("pro.measures.stage." + column.stage().name().toLowerCase(Locale.ROOT));
    }

    /** Of the longest bar of its table, in hundredths. */
    public long ofRequests(long value) {
        long most = getMeasures().open().stream()
                .mapToLong(SalesMeasures.Open::requests)
                .max()
                .orElse(0);
        return most == 0 ? 0 : value * 100 / most;
    }

    public long ofCents(long value) {
        long most = getMeasures().columns().stream()
                .mapToLong(SalesMeasures.Column::cents)
                .max()
                .orElse(0);
        return most == 0 ? 0 : value * 100 / most;
    }
}
