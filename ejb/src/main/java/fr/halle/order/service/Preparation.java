package fr.halle.order.service;

import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.OrderLineState;
import fr.halle.order.service.Sight.Scope;
import fr.halle.order.service.WeekToPrepare.Day;
import fr.halle.order.service.WeekToPrepare.Slot;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sheets that a merchant prints: what it still has to prepare in a week, and where it has to bring it on a day. A delivery is agreed
 * by telephone (K20), and its day of service is often that of its order: whatever was not brought is in today's round and on this week's sheet. Each takes a
 * few statements however long it is, each of them narrowed to what its reader may see (K28).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Preparation {

    /** More than anybody prepares by hand in a week; a sheet that holds no more says so. */
    private static final int MOST = 500;

    private static final List<MerchantOrderState> TO_PREPARE =
            List.of(MerchantOrderState.RECORDED, MerchantOrderState.CONFIRMING, MerchantOrderState.PROCESSING);
    private static final List<MerchantOrderState> TO_BRING = List.of(
            MerchantOrderState.RECORDED,
            MerchantOrderState.CONFIRMING,
            MerchantOrderState.PROCESSING,
            MerchantOrderState.READY,
            MerchantOrderState.HANDING_OVER);

    private static final String OF_SCOPE =
            " and p.merchant_id = coalesce(?::bigint, p.merchant_id) and p.portal_id = coalesce(?::bigint, p.portal_id)";

    private static final String DELIVERIES = "select p.service_date as day, count(*) as parts from merchant_order p"
            + " where p.service_date between ? and ? and p.mode = 'DELIVERY' and p.state = any (?)" + OF_SCOPE
            + " group by 1";

    private static final String ADDRESSES = "select p.id, coalesce(p.street, '') as street,"
            + " coalesce(p.postcode, '') as postcode, coalesce(p.city, '') as city, p.note"
            + " from merchant_order p where p.id = any (?)" + OF_SCOPE;

    @Inject
    private Sql sql;

    @Inject
    private Sight sight;

    @Inject
    private PartReader reader;

    @Inject
    private HalleClock clock;

    private record Hour(
            String mode, @Nullable Instant start, @Nullable Instant end) {}

    private record Deliveries(LocalDate day, long parts) {}

    private record Address(
            long partId,
            String street,
            String postcode,
            String city,
            @Nullable String note) {}

    /** @param within any day of the week */
    public WeekToPrepare week(Actor actor, LocalDate within) {
        Scope scope = sight.of(actor);
        LocalDate monday = within.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate sunday = monday.plusDays(6);
        List<PartRow> parts = new ArrayList<>(notBrought(scope, monday, sunday));
        parts.addAll(standing(new PartQuery(scope)
                .holding(served(TO_PREPARE, null, monday, sunday))
                .ending(" order by p.service_date, p.slot_start nulls last, p.slot_end, p.mode, p.id", MOST + 1)));
        Map<LocalDate, Long> deliveries = deliveries(scope, monday, sunday);
        Map<LocalDate, List<PartRow>> byDay = parts.stream()
                .limit(MOST)
                .collect(Collectors.groupingBy(
                        part -> part.serviceDate().isBefore(monday) ? clock.today() : part.serviceDate()));
        List<Day> days = monday.datesUntil(sunday.plusDays(1))
                .map(date ->
                        new Day(date, slots(byDay.getOrDefault(date, List.of())), deliveries.getOrDefault(date, 0L)))
                .toList();
        return new WeekToPrepare(monday, days, parts.size() > MOST);
    }

    /** What is still to be prepared of the deliveries from before this week; none for another week. */
    private List<PartRow> notBrought(Scope scope, LocalDate monday, LocalDate sunday) {
        return isWithin(monday, sunday)
                ? standing(new PartQuery(scope)
                        .holding(served(TO_PREPARE, "DELIVERY", null, monday.minusDays(1)))
                        .ending(" order by p.service_date, p.id", MOST + 1))
                : List.of();
    }

    private boolean isWithin(LocalDate from, LocalDate to) {
        return !clock.today().isBefore(from) && !clock.today().isAfter(to);
    }

    public Round round(Actor actor, LocalDate day) {
        Scope scope = sight.of(actor);
        List<PartRow> parts = standing(new PartQuery(scope)
                .holding(served(TO_BRING, "DELIVERY", isToday(day) ? null : day, day))
                .ending(" order by p.id", MOST + 1));
        Long[] ids = parts.stream().map(PartRow::id).toArray(Long[]::new);
        Map<Long, Address> addresses =
                sql.list(ADDRESSES, Preparation::address, (Object) ids, scope.merchantId(), scope.portalId()).stream()
                        .collect(Collectors.toMap(Address::partId, Function.identity()));
        List<Round.Stop> stops = parts.stream()
                .limit(MOST)
                .map(part -> stop(part, addresses.get(part.id())))
                .sorted(Round.Stop.ALONG_THE_WAY)
                .toList();
        return new Round(day, stops, parts.size() > MOST);
    }

    private boolean isToday(LocalDate day) {
        return day.equals(clock.today());
    }

    /** By day, as the round of each has them. */
    private Map<LocalDate, Long> deliveries(Scope scope, LocalDate from, LocalDate to) {
        LocalDate today = clock.today();
        boolean now = isWithin(from, to);
        String[] states = TO_BRING.stream().map(MerchantOrderState::name).toArray(String[]::new);
        List<Deliveries> found = sql.list(
                DELIVERIES,
                row -> new Deliveries(row.date("day"), row.number("parts")),
                now ? LocalDate.EPOCH : from,
                to,
                states,
                scope.merchantId(),
                scope.portalId());
        Map<LocalDate, Long> byDay = found.stream().collect(Collectors.toMap(Deliveries::day, Deliveries::parts));
        if (now) {
            byDay.put(
                    today,
                    found.stream()
                            .filter(some -> !some.day().isAfter(today))
                            .mapToLong(Deliveries::parts)
                            .sum());
        }
        return byDay;
    }

    /** With the lines that are still wanted: what was cancelled or refunded by itself is not prepared. */
    private List<PartRow> standing(PartQuery query) {
        return reader.unfolded(query).stream()
                .map(part -> part.with(part.lines().stream()
                        .filter(line -> line.state() == OrderLineState.CONFIRMED)
                        .toList()))
                .toList();
    }

    private static PartFilter served(
            List<MerchantOrderState> states, @Nullable String mode, @Nullable LocalDate from, LocalDate to) {
        return new PartFilter(states, "", mode, from, to, DayAxis.SERVED);
    }

    private static List<Slot> slots(List<PartRow> ofDay) {
        Map<Hour, List<PartRow>> byHour = new LinkedHashMap<>();
        for (PartRow part : ofDay) {
            byHour.computeIfAbsent(new Hour(part.mode(), part.slotStart(), part.slotEnd()), hour -> new ArrayList<>())
                    .add(part);
        }
        return byHour.entrySet().stream()
                .map(entry -> new Slot(
                        entry.getKey().mode(),
                        entry.getKey().start(),
                        entry.getKey().end(),
                        entry.getValue()))
                .toList();
    }

    private static Round.Stop stop(PartRow part, @Nullable Address at) {
        return at == null
                ? new Round.Stop(part, "", "", "", null)
                : new Round.Stop(part, at.street(), at.postcode(), at.city(), at.note());
    }

    private static Address address(Row row) throws SQLException {
        return new Address(
                row.number("id"), row.text("street"), row.text("postcode"), row.text("city"), row.textOrNull("note"));
    }
}
