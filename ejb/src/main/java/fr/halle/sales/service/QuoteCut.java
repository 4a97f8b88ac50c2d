package fr.halle.sales.service;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes what somebody wrote apart from what their mail program repeated below, above or between. It errs on the side of showing too
 * much: what is cut off is kept beside it.
 *
 * @param own what was written now
 * @param quoted what was there before
 */
record QuoteCut(String own, String quoted) {

    /** « Le lun. 23 nov. 2026 à 10:00, ESF <…> a écrit : » and its like; a long one is broken over two lines. */
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "^(?=.*[\\d@])(le|on|am|op|el|il)\\b.{5,300}(a écrit|wrote|schrieb|schreef|escribió|ha scritto)[\\s\u00a0\u202f]*:?\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    /** From here on everything is the mail before. */
    private static final Pattern DIVIDER = Pattern.compile(
            "^(-{2,}\\s*(message d.origine|message original|original message|ursprüngliche nachricht|forwarded message|message transféré)\\s*-{2,}|_{20,})\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern OUTLOOK =
            Pattern.compile("^(de|from|von)[\\s\u00a0]?:\\s.+", Pattern.CASE_INSENSITIVE);
    private static final Pattern OUTLOOK_NEXT = Pattern.compile(
            "^(envoyé|sent|gesendet|date|à|to|an)[\\s\u00a0]?:\\s.+", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    static QuoteCut of(String text) {
        String[] lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        List<String> own = new ArrayList<>();
        List<String> quoted = new ArrayList<>();
        int divider = divider(lines);
        for (int i = 0; i < lines.length; i++) {
            int attributed = i < divider ? attribution(lines, i) : 0;
            if (i >= divider || lines[i].startsWith(">")) {
                quoted.add(lines[i]);
            } else if (attributed > 0) {
                for (int j = i; j < i + attributed; j++) {
                    quoted.add(lines[j]);
                }
                i += attributed - 1;
            } else {
                own.add(lines[i]);
            }
        }
        String written = String.join("\n", own).strip();
        // Whoever only forwards has written nothing: then all of it is the message.
        return written.isEmpty()
                ? new QuoteCut(text.strip(), "")
                : new QuoteCut(written, String.join("\n", quoted).strip());
    }

    private static int divider(String... lines) {
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            boolean block = OUTLOOK.matcher(line).matches()
                    && i + 1 < lines.length
                    && OUTLOOK_NEXT.matcher(lines[i + 1].strip()).matches();
            if (DIVIDER.matcher(line).matches() || block) {
                return i;
            }
        }
        return lines.length;
    }

    /** How many lines, from this one on, say who wrote what follows: none, where nothing quoted follows. */
    private static int attribution(String[] lines, int at) {
        StringBuilder joined = new StringBuilder();
        for (int taken = 1; taken <= 3 && at + taken <= lines.length; taken++) {
            String line = lines[at + taken - 1].strip();
            joined.append(line).append(' ');
            if (line.isEmpty() || joined.length() > 400) {
                return 0;
            }
            if (ATTRIBUTION.matcher(joined.toString().strip()).matches()) {
                return isFollowedByQuote(lines, at + taken) ? taken : 0;
            }
        }
        return 0;
    }

    private static boolean isFollowedByQuote(String[] lines, int from) {
        int next = from;
        while (next < lines.length && lines[next].isBlank()) {
            next++;
        }
        return next == lines.length || lines[next].startsWith(">");
    }
}
