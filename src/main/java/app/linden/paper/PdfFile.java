package app.linden.paper;

import app.linden.base.Problem;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Pages as a PDF: lines and letters, not pictures, so that it can be searched and copied. */
public final class PdfFile {
    private PdfFile() {}

    /**
     * Writes pages to a file, which is replaced only when all is written.
     *
     * @param title of the document
     * @param locale of its language
     * @throws Problem STORAGE when it cannot be written
     */
    public static void write(List<Page> pages, String title, Locale locale, Path to) {
        Path absolute = to.toAbsolutePath();
        Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
        try {
            try (PDDocument document = document(pages, title, locale)) {
                document.save(part.toFile());
                Files.move(part, absolute, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new Problem(Problem.Kind.STORAGE, to + " cannot be written.", e);
        }
    }

    private static PDDocument document(List<Page> pages, String title, Locale locale)
            throws IOException {
        PDDocument document = new PDDocument();
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(title);
        about.setCreator("Linden");
        document.setDocumentInformation(about);
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(locale.toLanguageTag());
        Map<Face, PDType0Font> fonts = new EnumMap<>(Face.class);
        for (Face face : new TreeSet<>(used(pages))) {
            try (InputStream in = face.open()) {
                fonts.put(face, PDType0Font.load(document, in, true));
            }
        }
        for (Page page : pages) {
            PDRectangle size = new PDRectangle((float) page.width(), (float) page.height());
            PDPage sheet = new PDPage(size);
            document.addPage(sheet);
            try (Pen pen = new Pen(document, sheet, page.height(), fonts)) {
                for (Shape shape : page.shapes()) {
                    pen.draw(shape);
                }
            }
        }
        return document;
    }

    private static List<Face> used(List<Page> pages) {
        return pages.stream()
                .flatMap(p -> p.shapes().stream())
                .filter(Shape.Words.class::isInstance)
                .map(Shape.Words.class::cast)
                .flatMap(w -> Glyphs.of(w.text(), w.face()).stream())
                .map(Glyphs.Run::face)
                .distinct()
                .toList();
    }
}
