package fr.halle.document.service;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import fr.halle.shared.model.Service;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.concurrent.Semaphore;

/**
 * Makes a PDF of an XHTML page: PDF/UA-1, which a screen reader reads in order, and PDF/A-3a, which an archive keeps for ever. It
 * opens no address and no file: all it needs is in the page and in this jar.
 */
@Service
class Press {

    /** A page takes some megabytes of the heap while it is laid out: a third reader waits for one of two. */
    private static final Semaphore AT_ONCE = new Semaphore(2, true);

    private static final int USUAL_SIZE = 64 * 1024;
    private static final int BOLD = 700;
    private static final int REGULAR = 400;
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // It tells each stylesheet and font, and quotes what it was given; what goes wrong it throws.
        XRLog.setLoggingEnabled(false);
    }

    byte[] print(String xhtml) {
        AT_ONCE.acquireUninterruptibly();
        try {
            return pressed(xhtml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            AT_ONCE.release();
        }
    }

    private static byte[] pressed(String xhtml) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(USUAL_SIZE);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(COLOURS);
        builder.useUriResolver((base, address) -> null);
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((address, type) -> false, when);
        }
        Face.ALL.forEach(face -> builder.useFont(
                (FSSupplier<InputStream>) () -> new ByteArrayInputStream(face.file()),
                face.family(),
                face.bold() ? BOLD : REGULAR,
                FontStyle.NORMAL,
                true,
                EnumSet.of(face.fallback() ? FSFontUseCase.FALLBACK_FINAL : FSFontUseCase.DOCUMENT)));
        builder.withProducer("Halle");
        builder.withHtmlContent(xhtml, null);
        builder.toStream(pdf);
        builder.run();
        return pdf.toByteArray();
    }
}
