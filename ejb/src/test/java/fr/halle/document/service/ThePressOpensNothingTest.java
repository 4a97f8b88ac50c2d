package fr.halle.document.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Even a page that asks for it gets no address and no file: a mistake in a piece would not open the house. */
class ThePressOpensNothingTest {

    private static final int MOMENT = 300;

    @TempDir
    private Path folder;

    @Test
    void ofTheNetwork() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String at = "http://127.0.0.1:" + listening.getLocalPort();
            String text = print("<html lang='fr'><head><title>t</title><link rel='stylesheet' href='" + at
                    + "/a.css'/><style>"
                    + "@import url(" + at + "/b.css); @font-face { font-family: far; src: url(" + at + "/c.ttf) }"
                    + " body { font-family: far, Figtree; background: url(" + at + "/d.png) }</style></head><body>"
                    + "<img alt='' src='" + at + "/e.png'/><object data='" + at
                    + "/f.svg'></object><p>left</p></body></html>");
            assertThat(text).contains("left");
            listening.setSoTimeout(MOMENT);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(listening::accept);
        }
    }

    @Test
    void ofTheDisk() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.css"), "p:before { content: 'secret' }");
        String text = print("<!DOCTYPE html [<!ENTITY file SYSTEM '" + secret.toUri() + "'>]><html lang='fr'><head>"
                + "<title>t</title><link rel='stylesheet' href='" + secret.toUri() + "'/><style>@import url("
                + secret.toUri()
                + "); body { font-family: Figtree }</style></head><body><p>left &file;</p></body></html>");
        assertThat(text).contains("left").doesNotContain("secret");
    }

    private static String print(String xhtml) throws IOException {
        try (PDDocument document = Loader.loadPDF(new Press().print(xhtml))) {
            return new PDFTextStripper().getText(document);
        }
    }
}
