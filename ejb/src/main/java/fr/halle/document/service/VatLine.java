package fr.halle.document.service;

import fr.halle.shared.model.Vat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The VAT within prestations at one rate, each line rounded by itself, as the pages sum it; the tourist tax bears none. */
record VatLine(int rate, long grossCents, long vatCents) {

    /** @param grossCents what one prestation costs without its tourist tax */
    static VatLine of(int rate, long grossCents) {
        return new VatLine(rate, grossCents, Vat.includedIn(grossCents, rate));
    }

    /** One for each rate, the lowest first. */
    static List<VatLine> together(Stream<VatLine> lines) {
        return List.copyOf(lines.collect(Collectors.toMap(VatLine::rate, line -> line, VatLine::and, TreeMap::new))
                .values());
    }

    private VatLine and(VatLine other) {
        return new VatLine(rate, grossCents + other.grossCents, vatCents + other.vatCents);
    }
}
