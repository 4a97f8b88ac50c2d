package fr.halle.demo.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads {@code /demo}: a folder per portal, a file per merchant, a template per trade's terms. See the README beside them. */
final class DemoFiles {

    static final List<String> PORTALS = List.of("montagne", "ville", "terroir");

    // A word we do not know is a slip of the pen and refused; a flag that is left out is false.
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private DemoFiles() {}

    static PortalFile portal(String slug) {
        return read(slug + "/portal.json", PortalFile.class);
    }

    static MerchantFile merchant(String portal, String slug) {
        return read(portal + "/" + slug + ".json", MerchantFile.class);
    }

    static RequestsFile requests(String portal) {
        return read(portal + "/requests.json", RequestsFile.class);
    }

    static AccountsFile accounts() {
        return read("accounts.json", AccountsFile.class);
    }

    static String template(String name, String language) {
        try (InputStream file = open("terms/" + name + "." + language + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(String path, Class<T> type) {
        try (InputStream file = open(path)) {
            return JSON.readValue(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException("demo/" + path, e);
        }
    }

    private static InputStream open(String path) throws IOException {
        InputStream file = DemoFiles.class.getResourceAsStream("/demo/" + path);
        if (file == null) {
            throw new IOException("No demo/" + path);
        }
        return file;
    }
}
