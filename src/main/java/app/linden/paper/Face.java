package app.linden.paper;

import app.linden.base.Problem;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The types in which pages are set; each is shipped with the program and embedded into every PDF.
 * May be used on any thread.
 */
public enum Face {
    REGULAR("Inter-Regular.ttf"),
    BOLD("Inter-SemiBold.ttf"),
    /** For what the others lack: Hebrew, Arabic, Armenian, Georgian, signs. */
    OTHER("DejaVuSans.ttf");

    private final String file;

    Face(String file) {
        this.file = file;
    }

    /** The font as a file; the caller closes it. */
    public InputStream open() {
        InputStream in = Face.class.getResourceAsStream(file);
        if (in == null) {
            throw new Problem(Problem.Kind.OUR_BUG, "Linden was built without its fonts.");
        }
        return in;
    }

    boolean has(int codePoint) {
        return Loaded.of(this).lookup.getGlyphId(codePoint) != 0;
    }

    /** Of one letter, as a share of the type's size. */
    double width(int codePoint) {
        Loaded loaded = Loaded.of(this);
        int glyph = loaded.lookup.getGlyphId(codePoint);
        return loaded.advance(glyph) / loaded.unitsPerEm;
    }

    /** Read when the first page is made, not when the program starts. */
    private record Loaded(TrueTypeFont font, CmapLookup lookup, double unitsPerEm) {
        private static final Map<Face, Loaded> ALL = load();

        static Loaded of(Face face) {
            return Objects.requireNonNull(ALL.get(face));
        }

        private static Map<Face, Loaded> load() {
            Map<Face, Loaded> all = new EnumMap<>(Face.class);
            for (Face face : values()) {
                try (InputStream in = face.open()) {
                    TrueTypeFont font =
                            new TTFParser()
                                    .parse(RandomAccessReadBuffer.createBufferFromStream(in));
                    all.put(
                            face,
                            new Loaded(font, font.getUnicodeCmapLookup(), font.getUnitsPerEm()));
                } catch (IOException e) {
                    throw new Problem(Problem.Kind.OUR_BUG, "Linden's fonts cannot be read.", e);
                }
            }
            return all;
        }

        int advance(int glyph) {
            try {
                return font.getAdvanceWidth(glyph);
            } catch (IOException e) {
                throw new Problem(Problem.Kind.OUR_BUG, "Linden's fonts cannot be read.", e);
            }
        }
    }
}
