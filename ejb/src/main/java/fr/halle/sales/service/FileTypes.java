package fr.halle.sales.service;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a file is, by its first bytes: a name says nothing. What a browser could run (HTML, SVG, XML) is bytes to us, and whatever it
 * is, it only ever leaves as something to save.
 */
final class FileTypes {

    static final String BYTES = "application/octet-stream";

    private static final int LONGEST_NAME = 120;

    /** What is beyond is no name: nothing is looked for in it. */
    private static final int LONGEST_TYPED = 500;

    private static final Map<String, String> BY_HEAD = heads();

    private FileTypes() {}

    private static Map<String, String> heads() {
        Map<String, String> heads = new LinkedHashMap<>();
        heads.put("255044462d", "application/pdf");
        heads.put("89504e470d0a1a0a", "image/png");
        heads.put("ffd8ff", "image/jpeg");
        heads.put("474946383761", "image/gif");
        heads.put("474946383961", "image/gif");
        heads.put("504b0304", "application/zip");
        heads.put("d0cf11e0a1b11ae1", BYTES);
        return heads;
    }

    static String of(byte[] content) {
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < Math.min(content.length, 12); i++) {
            head.append(String.format(Locale.ROOT, "%02x", content[i]));
        }
        String hex = head.toString();
        for (Map.Entry<String, String> known : BY_HEAD.entrySet()) {
            if (hex.startsWith(known.getKey())) {
                return known.getValue();
            }
        }
        if (hex.startsWith("52494646") && hex.endsWith("57454250")) {
            return "image/webp";
        }
        return isPlain(content) ? "text/plain" : BYTES;
    }

    /** Legible, and nothing that begins like a page or a picture made of words. */
    private static boolean isPlain(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.indexOf('<') < 0 && text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** The last part of whatever path it came with, without what would forge a header or hide its ending. */
    static String name(String typed) {
        String file = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
        String last = file.substring(Math.max(0, file.length() - LONGEST_TYPED))
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029\"<>:|?*]", "")
                .replaceAll("^[. ]+|[. ]+$", "");
        String safe = last.isEmpty() ? "fichier" : last;
        if (safe.length() <= LONGEST_NAME) {
            return safe;
        }
        int dot = safe.lastIndexOf('.');
        String ending = dot > 0 && safe.length() - dot <= 8 ? safe.substring(dot) : "";
        return safe.substring(0, LONGEST_NAME - ending.length()) + ending;
    }
}
