package fr.halle.document.service;

import fr.halle.order.service.PartLine;
import fr.halle.shared.model.Vat;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The VAT within a part's prestations at one rate, each line rounded by itself, as the part's page sums it; the tourist tax bears none. */
record VatLine(int rate, long grossCents, long vatCents) {

    static List<VatLine> of(List<PartLine> lines) {
        TreeMap<Integer, VatLine> rates = new TreeMap<>();
        for (PartLine line : lines) {
            long gross = line.totalCents() - line.taxCents();
            rates.merge(
                    line.vatBp(), new VatLine(line.vatBp(), gross, Vat.includedIn(gross, line.vatBp())), VatLine::and);
        }
        return new ArrayList<>(rates.values());
    }

    private VatLine and(VatLine other) {
        return new VatLine(rate, grossCents + other.grossCents, vatCents + other.vatCents);
    }
}
