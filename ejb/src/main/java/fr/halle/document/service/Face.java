package fr.halle.document.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * A font that papers embed. Files are read once.
 *
 * @param fallback opened only for what the shop's own face lacks
 */
record Face(String family, boolean bold, boolean fallback, byte[] file) {

    static final List<Face> ALL = List.of(
            read("Figtree", false, false, "Figtree-Regular"),
            read("Figtree", true, false, "Figtree-Bold"),
            read("DejaVu Sans", false, true, "DejaVuSans"));

    private static Face read(String family, boolean bold, boolean fallback, String name) {
        try (InputStream file = Face.class.getResourceAsStream("/fr/halle/document/fonts/" + name + ".ttf")) {
            return new Face(
                    family, bold, fallback, Objects.requireNonNull(file, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
