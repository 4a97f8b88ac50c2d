package fr.halle.sales.service;

import fr.halle.catalog.model.Choice;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.sales.model.LinePick;
import fr.halle.sales.model.LineSource;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One prestation of a quote as its row says.
 *
 * @param publicCents what anybody else pays for it, null where nobody else can have it
 * @param taken whether it counts unless the customer picks otherwise
 * @param choice what was chosen of our catalogue, null where it is not in it
 * @param line as it will be ordered, before discount and deposit
 */
public record QuoteLine(
        long id,
        int position,
        LineSource source,
        @Nullable String catalogueCode,
        @Nullable String outsideId,
        long merchantId,
        long shopId,
        @Nullable Long publicCents,
        LinePick pick,
        @Nullable Integer alternative,
        boolean taken,
        @Nullable Choice choice,
        OrderDraft.Line line) {

    /** Whether it costs less than anybody else pays: the public price is then shown struck (S30). */
    public boolean isCheaper() {
        return publicCents != null && publicCents > line.totalCents();
    }

    /** Sold by this shop, at the public price or as it was agreed; it counts. Its row is yet to be written. */
    static QuoteLine sold(
            LineSource source, long merchantId, long shopId, @Nullable Choice choice, OrderDraft.Line line) {
        return new QuoteLine(
                0, 0, source, null, null, merchantId, shopId, null, LinePick.FIRM, null, true, choice, line);
    }

    /** The same as an outside catalogue sells it. @param publicly what anybody else pays, null where nobody else can have it */
    QuoteLine from(String code, String outside, @Nullable Long publicly) {
        return with(code, outside, publicly, this, choice, line);
    }

    /** The same of the same seller, priced again; its row is yet to be written. */
    QuoteLine again(@Nullable Long publicly, @Nullable Choice later, OrderDraft.Line priced) {
        return with(catalogueCode, outsideId, publicly, this, later, priced);
    }

    /** The same, left to the customer's choice as the other is. */
    QuoteLine pickedAs(QuoteLine other) {
        return with(catalogueCode, outsideId, publicCents, other, choice, line);
    }

    private QuoteLine with(
            @Nullable String code,
            @Nullable String outside,
            @Nullable Long publicly,
            QuoteLine picked,
            @Nullable Choice chosen,
            OrderDraft.Line ordered) {
        return new QuoteLine(
                0,
                0,
                source,
                code,
                outside,
                merchantId,
                shopId,
                publicly,
                picked.pick,
                picked.alternative,
                picked.taken,
                chosen,
                ordered);
    }

    static QuoteLine of(Row row) throws SQLException {
        String choice = row.textOrNull("choice");
        return new QuoteLine(
                row.number("id"),
                row.integer("position"),
                row.constant("source", LineSource.class),
                row.textOrNull("catalogue_code"),
                row.textOrNull("outside_id"),
                row.number("merchant_id"),
                row.number("shop_id"),
                row.numberOrNull("public_cents"),
                row.constant("pick", LinePick.class),
                row.integerOrNull("alternative"),
                row.flag("taken"),
                choice == null ? null : Json.read(choice, Choice.class),
                Json.read(row.text("line"), OrderDraft.Line.class));
    }
}
