package fr.halle.outside.service;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The addresses of the contract, below the outside system's own (docs/outside-system.md). */
final class OutsidePaths {

    /** What needs no escaping in an address, so that both sides sign the same characters. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private OutsidePaths() {}

    static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }

    static String catalogue(String code) {
        return "/v1/catalogues/" + code;
    }

    static String products(String code, @Nullable LocalDate from, @Nullable LocalDate to) {
        String path = catalogue(code) + "/products";
        return from == null || to == null ? path : path + "?from=" + from + "&to=" + to;
    }

    static String sales() {
        return "/v1/sales";
    }

    static String sale(UUID key) {
        return sales() + "/" + key;
    }

    static String cancellation(UUID key) {
        return sale(key) + "/cancellation";
    }

    static String receipts(LocalDate day, String after) {
        return "/v1/receipts?day=" + day + (after.isEmpty() ? "" : "&after=" + after);
    }
}
