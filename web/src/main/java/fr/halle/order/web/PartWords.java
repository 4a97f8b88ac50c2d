package fr.halle.order.web;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.BalanceDueState;
import fr.halle.order.model.CancelReason;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.OrderLine;
import fr.halle.order.model.OrderLineState;
import fr.halle.order.model.Why;
import fr.halle.order.service.PartDetail;
import fr.halle.order.service.PartRow;
import fr.halle.order.service.Transaction;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.model.RefundState;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Formats;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part, a line, a transaction in words, as every page of the back office writes them; and the class of their dot. */
@Named("parts")
@RequestScoped
public class PartWords {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Inject
    private Words words;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HalleClock clock;

    /** {@code 21/11/2026 09:05}. */
    public String stamp(Instant at) {
        return STAMP.format(at.atZone(HalleClock.PARIS));
    }

    public String date(LocalDate day) {
        return DATE.format(day);
    }

    public String state(MerchantOrderState state) {
        return words.text(state.key());
    }

    public String stateClass(MerchantOrderState state) {
        String name = switch (state) {
            case RECORDED -> "recorded";
            case CONFIRMING -> "confirming";
            case PROCESSING -> "processing";
            case READY -> "ready";
            case HANDING_OVER -> "handing";
            case COMPLETED -> "done";
            case CANCELLED -> "cancelled";
            case ERROR -> "error";
        };
        return "st st-" + name;
    }

    public String lineState(OrderLineState state) {
        return words.text(state.key());
    }

    public String lineClass(OrderLineState state) {
        return switch (state) {
            case CONFIRMED -> "st st-ok";
            case CANCELLED -> "st st-cancelled";
            case REFUNDED -> "st st-back";
        };
    }

    public String balanceState(BalanceDueState state) {
        return words.text(state.key());
    }

    public String transactionState(Transaction transaction) {
        return words.text(transaction.stateKey());
    }

    public String transactionClass(Transaction transaction) {
        return "st st-" + (transaction.isRefund() ? dot(transaction.refund()) : dot(transaction.payment()));
    }

    /** « aujourd’hui », « dimanche 14 février »; empty for a delivery, which is agreed by telephone (C10). Its {@link #hours} follow. */
    public String collectionDay(PartRow part) {
        Instant start = part.slotStart();
        if (start == null) {
            return part.mode().equals("NONE") ? day(part.serviceDate()) : "";
        }
        return day(LocalDate.ofInstant(start, HalleClock.PARIS));
    }

    /** {@code 11:30 – 12:00}, empty where no hour was agreed. A page keeps them on one line. */
    public String hours(PartRow part) {
        Instant start = part.slotStart();
        Instant end = part.slotEnd();
        return start == null || end == null ? "" : formats().hours(start, end);
    }

    public String mode(PartRow part) {
        return words.text("pro.mode." + part.mode());
    }

    /** What is to be done of it, in one line: « Bar sauvage × 3 · Muscadet 75 cl × 1 ». */
    public String summary(PartRow part) {
        return part.lines().stream()
                .filter(line -> line.state() == OrderLineState.CONFIRMED)
                .map(line -> line.name() + " " + quantity(line))
                .collect(Collectors.joining(" · "));
    }

    public String quantity(OrderLine line) {
        return formats().times(line.quantity(), line.byWeight());
    }

    /** What a prestation of its kind needs to be said: variant, dates, hours, persons, size, tax, who sells it. */
    public String detail(OrderLine line) {
        List<@Nullable String> said = what(line);
        said.add(
                line.taxCents() == 0
                        ? null
                        : words.text("pro.line.tax", formats().cents(line.taxCents())));
        said.add(line.family() + ", " + words.text("pro.line.soldBy", line.seller()));
        return joined(said);
    }

    /** As much of it as whoever prepares it needs. */
    public String toPrepare(OrderLine line) {
        return joined(what(line));
    }

    private List<@Nullable String> what(OrderLine line) {
        List<@Nullable String> said = new ArrayList<>();
        said.add(line.variant());
        said.add(formats().participant(line.detail()));
        said.add(formats().when(line.startsAt(), line.endsAt(), line.startsOn(), line.endsOn()));
        said.add(line.size() == null ? null : words.text("pro.line.size", line.size()));
        said.add(line.adults() == null ? null : words.count("pro.line.adults", line.adults()));
        said.add(
                line.children() == null || line.children() == 0
                        ? null
                        : words.count("pro.line.children", line.children()));
        said.add(line.kind() == ProductKind.GOODS ? line.unitText() : null);
        return said;
    }

    private Formats formats() {
        return Formats.in(language.getCode());
    }

    private static String joined(List<@Nullable String> said) {
        return said.stream()
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" · "));
    }

    public String icon(ProductKind kind) {
        return switch (kind) {
            case GROUP_LESSON, PRIVATE_LESSON -> "ski";
            case ACTIVITY -> "activity";
            case PASS -> "pass";
            case RENTAL -> "snow";
            case LODGING -> "bed";
            case INSURANCE -> "shield";
            case GOODS -> "products";
        };
    }

    public List<String> icons(PartRow part) {
        return part.lines().stream()
                .map(line -> icon(line.kind()))
                .distinct()
                .limit(4)
                .toList();
    }

    /** « il y a 6 min », « hier », or the date. */
    public String ago(Instant at) {
        long minutes = Duration.between(at, clock.instant()).toMinutes();
        if (minutes < 1) {
            return words.text("pro.ago.now");
        }
        if (minutes < 60) {
            return words.text("pro.ago.minutes", minutes);
        }
        return minutes < 24 * 60 ? words.text("pro.ago.hours", minutes / 60) : stamp(at);
    }

    /** « aujourd’hui », « demain », « hier », else the day with its name. */
    public String day(LocalDate day) {
        LocalDate today = clock.today();
        return Stream.of("yesterday", "today", "tomorrow")
                .filter(name -> day.equals(
                        today.plusDays(List.of("yesterday", "today", "tomorrow").indexOf(name) - 1)))
                .findFirst()
                .map(name -> words.text("pro.day." + name))
                .orElseGet(() -> formats().day(day));
    }

    /** Whoever asked for a refund: a name, or what it was where nobody did. */
    public String requestedBy(Transaction refund) {
        String name = Objects.requireNonNull(refund.requestedBy());
        return Stream.of(Actor.CLOCK, Actor.PROVIDER, Actor.SYSTEM)
                .filter(nobody -> nobody.name().equals(name))
                .findFirst()
                .map(nobody -> who(nobody.kind(), name))
                .orElse(name);
    }

    /** Who moved a part: a name, or what it was where nobody was. */
    public String who(PartDetail.Moved move) {
        return who(move.by(), move.name());
    }

    public String who(PartDetail.LineMoved move) {
        return who(move.by(), move.name());
    }

    public String who(PartDetail.Replacement replacement) {
        return who(replacement.kind(), replacement.name());
    }

    private String who(Actor.Kind by, String name) {
        return switch (by) {
            case CLOCK, PROVIDER, SYSTEM -> words.text("pro.actor." + by);
            case CUSTOMER, MERCHANT, OPERATOR -> name;
        };
    }

    /** Why something was cancelled, in the language of the page (M40). */
    public String why(Why why) {
        return why.sentence(language.getLocale());
    }

    public String reason(CancelReason reason) {
        return reason.label(language.getLocale());
    }

    public String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A telephone number as a link dials it. */
    public String tel(String phone) {
        return "tel:" + phone.replaceAll("[^+0-9]", "");
    }

    /** The country's name in the language of the page. */
    public String country(String code) {
        return new Locale("", code).getDisplayCountry(language.getLocale());
    }

    private static String dot(@Nullable RefundState state) {
        return switch (Objects.requireNonNull(state)) {
            case SUCCEEDED -> "back";
            case FAILED -> "error";
            case REQUESTED, SENT, UNKNOWN -> "run";
        };
    }

    private static String dot(@Nullable PaymentState state) {
        return switch (Objects.requireNonNull(state)) {
            case AUTHORISED -> "wait";
            case CAPTURED -> "ok";
            case DISPUTED -> "error";
            case INITIATED, REDIRECTED, UNKNOWN -> "run";
            case REFUSED, ABANDONED, EXPIRED, VOIDED -> "cancelled";
        };
    }
}
