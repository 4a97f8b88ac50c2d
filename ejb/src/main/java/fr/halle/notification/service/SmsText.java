package fr.halle.notification.service;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as the network counts it: 160 letters of the GSM alphabet (which has é, è, à, ù and Ç, but neither ê nor ç), or 70 of
 * UCS-2; longer texts go in segments that name each other.
 *
 * @param ucs2 whether it needs UCS-2
 * @param segments the bytes of each, without header
 */
record SmsText(boolean ucs2, List<byte[]> segments) {

    /** GSM 03.38: the place in the string is the code. */
    private static final String ALPHABET =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                    + "abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final char ESCAPE = '\u001b';
    private static final String EXTENDED = "\f^{}\\[~]|€";

    /** The code of each of them after the escape, as a letter of that code. */
    private static final String EXTENDED_CODES = "\n\u0014()/<=>@e";

    private static final int HEADER_LENGTH = 5;
    private static final int CONCATENATED = 0;
    private static final int CONCATENATED_LENGTH = 3;
    private static final int BYTE = 0xff;

    private static final int GSM_WHOLE = 160;
    private static final int GSM_SEGMENT = 153;
    private static final int UCS2_WHOLE = 140;
    private static final int UCS2_SEGMENT = 134;

    /**
     * Typography costs segments, since one letter that the alphabet lacks makes all of them take twice the room: curly apostrophes
     * and odd spaces are written plainly, and {@code août} goes as {@code aout}.
     */
    static String plainly(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            plain.append(plain(text.charAt(i)));
        }
        return plain.toString();
    }

    static SmsText of(String text) {
        String plain = plainly(text);
        List<byte[]> codes = new ArrayList<>();
        for (int i = 0; i < plain.length(); i++) {
            byte[] code = code(plain.charAt(i));
            if (code.length == 0) {
                return ucs2(plain);
            }
            codes.add(code);
        }
        int length = codes.stream().mapToInt(code -> code.length).sum();
        return new SmsText(false, cut(codes, length <= GSM_WHOLE ? GSM_WHOLE : GSM_SEGMENT));
    }

    boolean isLong() {
        return segments.size() > 1;
    }

    /** The bytes of one segment as they travel: a long text's begin with the header that joins them (3GPP TS 23.040, 9.2.3.24.1). */
    byte[] segment(long reference, int index) {
        byte[] text = segments.get(index);
        if (!isLong()) {
            return text;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream(HEADER_LENGTH + 1 + text.length);
        whole.write(HEADER_LENGTH);
        whole.write(CONCATENATED);
        whole.write(CONCATENATED_LENGTH);
        whole.write((int) (reference & BYTE));
        whole.write(segments.size());
        whole.write(index + 1);
        whole.writeBytes(text);
        return whole.toByteArray();
    }

    private static SmsText ucs2(String text) {
        List<byte[]> letters = new ArrayList<>();
        text.codePoints()
                .forEach(letter -> letters.add(Character.toString(letter).getBytes(StandardCharsets.UTF_16BE)));
        int length = letters.stream().mapToInt(letter -> letter.length).sum();
        return new SmsText(true, cut(letters, length <= UCS2_WHOLE ? UCS2_WHOLE : UCS2_SEGMENT));
    }

    /** No letter is cut in two: not an escaped one, not a pair of surrogates. */
    private static List<byte[]> cut(List<byte[]> letters, int most) {
        List<byte[]> segments = new ArrayList<>();
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        for (byte[] letter : letters) {
            if (segment.size() + letter.length > most) {
                segments.add(segment.toByteArray());
                segment.reset();
            }
            segment.writeBytes(letter);
        }
        segments.add(segment.toByteArray());
        return List.copyOf(segments);
    }

    private static String plain(char c) {
        return switch (c) {
            case '’', '‘' -> "'";
            case '«', '»', '“', '”' -> "\"";
            case '\u00a0', '\u202f' -> " ";
            case '–', '—', '−' -> "-";
            case '…' -> "...";
            case 'œ' -> "oe";
            case 'Œ' -> "OE";
            default -> code(c).length > 0 ? String.valueOf(c) : withoutAccent(c);
        };
    }

    private static String withoutAccent(char c) {
        String bare = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        return bare.length() > 1 && code(bare.charAt(0)).length > 0 ? bare.substring(0, 1) : String.valueOf(c);
    }

    private static byte[] code(char c) {
        int at = c == ESCAPE ? -1 : ALPHABET.indexOf(c);
        if (at >= 0) {
            return new byte[] {(byte) at};
        }
        int extended = EXTENDED.indexOf(c);
        return extended < 0 ? new byte[0] : new byte[] {(byte) ESCAPE, (byte) EXTENDED_CODES.charAt(extended)};
    }
}
