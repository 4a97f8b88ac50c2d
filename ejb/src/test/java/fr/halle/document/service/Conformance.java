package fr.halle.document.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF, the industry's reference, says of a PDF. */
public final class Conformance {

    private Conformance() {}

    public static void assertReadableAndArchivable(byte[] pdf) {
        assertConforms(pdf, PDFAFlavour.PDFUA_1);
        assertConforms(pdf, PDFAFlavour.PDFA_3_A);
    }

    private static void assertConforms(byte[] pdf, PDFAFlavour flavour) {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour)) {
            ValidationResult result =
                    Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
            assertThat(result.getTotalAssertions()).isGreaterThan(50);
            assertThat(result.getTestAssertions().stream()
                            .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                            .map(Conformance::told)
                            .distinct()
                            .limit(20)
                            .toList())
                    .as("faults of %s", flavour)
                    .isEmpty();
            assertThat(result.isCompliant()).as("%s", flavour).isTrue();
        } catch (IOException | VeraPDFException e) {
            fail(e);
        }
    }

    private static String told(TestAssertion assertion) {
        return String.format(
                Locale.ROOT,
                "%s %s at %s",
                assertion.getRuleId().getClause(),
                assertion.getMessage(),
                assertion.getLocation().getContext());
    }
}
