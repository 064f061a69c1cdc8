package app.linden.paper;

import java.util.Locale;
import java.util.Set;

/** Sheets that printers have, in points, upright. */
public enum PaperSize {
    A4(595.28, 841.89),
    LETTER(612, 792);

    /** Where Letter lies in the printers (CLDR, territories of US-Letter). */
    private static final Set<String> LETTER_COUNTRIES =
            Set.of("US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "NI", "PA", "PR", "SV", "VE");

    private final double width;
    private final double height;

    PaperSize(double width, double height) {
        this.width = width;
        this.height = height;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    /** What a country prints on. */
    public static PaperSize usual(Locale locale) {
        return LETTER_COUNTRIES.contains(locale.getCountry()) ? LETTER : A4;
    }
}
