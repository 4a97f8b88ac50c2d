package fr.halle.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What customers typed is exported as text, whatever it begins with, and comes back as it was (OWASP, CSV injection). */
class ACellIsNoFormulaTest {

    private static final String STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
    private static final String ALPHABET = STARTS + "\"';,.|! aé0€9HYPERLINK(\u00a0";

    @Test
    void howeverItBegins() {
        long first = Long.getLong("halle.seed", System.nanoTime());
        for (long seed = first; seed < first + 20_000; seed++) {
            String text = text(new Random(seed));
            String cell = csv(text);
            assertThat(cell).as("seed %d", seed).startsWith("\"").endsWith("\"");
            String read = cell.substring(1, cell.length() - 1).replace("\"\"", "\"");
            assertThat(read.isEmpty() || STARTS.indexOf(read.charAt(0)) < 0)
                    .as("seed %d: %s", seed, read)
                    .isTrue();
            boolean guarded = !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
            assertThat(read).as("seed %d", seed).isEqualTo(guarded ? "'" + text : text);
            assertThat(cell.substring(1, cell.length() - 1).replace("\"\"", ""))
                    .as("seed %d: no quotation mark ends the cell early", seed)
                    .doesNotContain("\"");
        }
    }

    @Test
    void amountsAndDatesAreFrench() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Table table = new CsvTable(bytes);
        table.text("EP-00042-001");
        table.euros(123_405);
        table.euros(-5);
        table.day(LocalDate.of(2026, 11, 22));
        table.moment(Instant.parse("2026-11-22T23:30:00Z"));
        table.endRow();
        table.finish();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeff\"EP-00042-001\";1234,05;-0,05;22/11/2026;23/11/2026 00:30\r\n");
    }

    @Test
    void inAWorkbookAmountsAreNumbersAndTextsAreTexts() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Table table = new XlsxTable(bytes, "Commandes");
        for (int row = 0; row < 450; row++) {
            table.text("=1+1");
            table.euros(123_405);
            table.day(LocalDate.of(2026, 11, 22));
            table.endRow();
        }
        table.finish();
        String sheet = entry(bytes.toByteArray(), "xl/worksheets/sheet1.xml");
        assertThat(sheet).contains("<v>1234.05</v>", "<v>46348", "=1+1").doesNotContain("<f>");
        assertThat(sheet.split("=1\\+1", -1)).hasSize(451);
    }

    private static String csv(String text) {
        return CsvTable.quoted(text);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(12); left > 0; left--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static String entry(byte[] zip, String name) throws IOException {
        Path file = Files.createTempFile("halle", ".xlsx");
        Files.write(file, zip);
        try (ZipFile entries = new ZipFile(file.toFile())) {
            return new String(entries.getInputStream(entries.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }
}
