package fr.halle.order.web;

import fr.halle.order.service.DayAxis;

/** The axis as an address says it: {@code by=service}, and nothing for the day of the order. */
final class DayAxes {

    static final String SERVED = "service";

    private DayAxes() {}

    static DayAxis of(String asked) {
        return asked.equals(SERVED) ? DayAxis.SERVED : DayAxis.ORDERED;
    }

    static String query(DayAxis axis) {
        return axis == DayAxis.SERVED ? "&by=" + SERVED : "";
    }
}
