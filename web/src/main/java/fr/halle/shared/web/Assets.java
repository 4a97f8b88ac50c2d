package fr.halle.shared.web;

import fr.halle.shared.model.Service;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Stylesheet, fonts and pictures, at an address that changes with their contents: browsers keep them for a year and never show an
 * old one.
 */
@Named("assets")
@Service
public class Assets {

    public static final String FOLDER = "/assets/";

    @Inject
    private ServletContext context;

    private String version = "";

    @PostConstruct
    void fingerprint() {
        CRC32 sum = new CRC32();
        add(sum, FOLDER);
        version = "v" + Long.toHexString(sum.getValue());
    }

    private void add(CRC32 sum, String folder) {
        Set<String> paths = context.getResourcePaths(folder);
        for (String path : new TreeSet<>(paths == null ? Set.of() : paths)) {
            if (path.endsWith("/")) {
                add(sum, path);
            } else {
                addFile(sum, path);
            }
        }
    }

    private void addFile(CRC32 sum, String path) {
        try (InputStream file = context.getResourceAsStream(path)) {
            sum.update(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    public String getVersion() {
        return version;
    }

    /** The folder's address, without a slash at its end. */
    public String getPath() {
        return FOLDER + version;
    }

    /** @param picture a file's name as products, shops and categories keep it */
    public String picture(String picture) {
        return getPath() + "/img/" + (picture.indexOf('.') < 0 ? picture + ".svg" : picture);
    }
}
