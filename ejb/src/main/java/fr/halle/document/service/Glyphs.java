package fr.halle.document.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** What the fonts of {@link Face} can draw. An archive takes no text without a glyph, so what has none is shown as an empty box. */
final class Glyphs {

    private static final String BOX = "\u25a1";
    /** Between thousands; the shop's own face has it not, and a second font for a space would double the file. */
    private static final char NARROW_SPACE = '\u202f';

    private static final char SPACE = '\u00a0';
    private static final int LAST_PLANE = 0x1FFFF;
    private static final BitSet KNOWN = known();

    private Glyphs() {}

    /**
     * A text that somebody typed, as paper shows it: on one line, composed, without what cannot be seen (marks that turn the
     * direction of reading, joiners, controls), a box for what no font here has.
     */
    static String drawable(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(composed.length());
        composed.codePoints().forEach(point -> {
            switch (Character.getType(point)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> out.append(' ');
                case Character.FORMAT -> {}
                default -> draw(out, point);
            }
        });
        return out.toString();
    }

    private static void draw(StringBuilder out, int point) {
        if (point == NARROW_SPACE) {
            out.append(SPACE);
        } else if (!isVariation(point)) {
            out.append(KNOWN.get(point) ? Character.toString(point) : BOX);
        }
    }

    /** Chooses between two shapes of the character before it; neither is another text. */
    private static boolean isVariation(int point) {
        return point >= 0xFE00 && point <= 0xFE0F || point >= 0xE0100 && point <= 0xE01EF;
    }

    private static BitSet known() {
        BitSet known = new BitSet(LAST_PLANE);
        for (Face face : Face.ALL) {
            if (!face.bold()) {
                add(known, face);
            }
        }
        return known;
    }

    private static void add(BitSet known, Face face) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face.file()))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            for (int point = 0; point <= LAST_PLANE; point++) {
                if (glyphs.getGlyphId(point) > 0) {
                    known.set(point);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
