package fr.halle.operation.web;

import fr.halle.operation.service.QualityDesk;
import fr.halle.operation.service.ShopQuality;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** O18: how each shop keeps its promises. */
@Named
@RequestScoped
public class ProOperationQualityPage {

    private static final List<Integer> PERIODS = List.of(7, 30, 90);
    private static final int USUAL = 30;
    private static final int MOST = 500;

    @Inject
    private QualityDesk desk;

    @Inject
    private OperatorScope scope;

    @Inject
    private Words words;

    @Inject
    @ManagedProperty("#{param.days}")
    private @Nullable String typed;

    private @Nullable List<ShopQuality> rows;

    public List<ShopQuality> getRows() {
        List<ShopQuality> read = rows;
        if (read == null) {
            read = desk.ofTheLast(scope.portal(), getDays(), MOST);
            rows = read;
        }
        return read;
    }

    public List<Integer> getPeriods() {
        return PERIODS;
    }

    /** What is asked for, thirty days where that is none of them. */
    public int getDays() {
        return PERIODS.stream()
                .filter(days -> days.toString().equals(typed))
                .findFirst()
                .orElse(USUAL);
    }

    public String minutes(@Nullable Long minutes) {
        return minutes == null ? "–" : words.duration((int) Math.min(minutes, Integer.MAX_VALUE));
    }

    public String percent(@Nullable Long share) {
        return share == null ? "–" : words.text("pro.quality.percent", share);
    }

    /** The merchant's orders, in one of the list's groups. */
    public String href(ShopQuality row, String state) {
        return "/pro/orders/list?merchant=" + URLEncoder.encode(row.merchant(), StandardCharsets.UTF_8)
                + (state.isEmpty() ? "" : "&state=" + state);
    }
}
