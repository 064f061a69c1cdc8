package app.linden.paper;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import java.io.IOException;
import java.util.Map;

/** Draws shapes into a page of a PDF, where heights count from the lower edge. */
final class Pen implements AutoCloseable {
    /** How far a curve's handles stand off, so that it looks like a quarter of a circle. */
    private static final double ROUND = 0.5523;

    private static final COSName ACTUAL_TEXT = COSName.getPDFName("ActualText");
    private static final COSName SPAN = COSName.getPDFName("Span");

    private final PDPageContentStream out;
    private final double height;
    private final Map<Face, PDType0Font> fonts;

    Pen(PDDocument document, PDPage page, double height, Map<Face, PDType0Font> fonts)
            throws IOException {
        this.out = new PDPageContentStream(document, page);
        this.height = height;
        this.fonts = fonts;
    }

    void draw(Shape shape) throws IOException {
        switch (shape) {
            case Shape.Box b -> box(b);
            case Shape.Line l -> line(l);
            case Shape.Words w -> words(w);
        }
    }

    private void box(Shape.Box b) throws IOException {
        if (b.fill() != Shape.NONE) {
            fill(b.fill());
            outline(b);
            out.fill();
        }
        if (b.stroke() != Shape.NONE) {
            stroke(b.stroke(), 0.5);
            out.setLineDashPattern(new float[] {2, 1.5f}, 0);
            outline(b);
            out.stroke();
            out.setLineDashPattern(new float[0], 0);
        }
    }

    private void outline(Shape.Box b) throws IOException {
        double r = Math.min(b.radius(), Math.min(b.width(), b.height()) / 2);
        double x = b.x();
        double y = height - b.y() - b.height();
        double w = b.width();
        double h = b.height();
        if (r <= 0) {
            out.addRect((float) x, (float) y, (float) w, (float) h);
            return;
        }
        double c = r * (1 - ROUND);
        move(x + r, y);
        to(x + w - r, y);
        curve(x + w - c, y, x + w, y + c, x + w, y + r);
        to(x + w, y + h - r);
        curve(x + w, y + h - c, x + w - c, y + h, x + w - r, y + h);
        to(x + r, y + h);
        curve(x + c, y + h, x, y + h - c, x, y + h - r);
        to(x, y + r);
        curve(x, y + c, x + c, y, x + r, y);
        out.closePath();
    }

    private void move(double x, double y) throws IOException {
        out.moveTo((float) x, (float) y);
    }

    private void to(double x, double y) throws IOException {
        out.lineTo((float) x, (float) y);
    }

    private void curve(double x1, double y1, double x2, double y2, double x3, double y3)
            throws IOException {
        out.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x3, (float) y3);
    }

    private void line(Shape.Line l) throws IOException {
        stroke(l.color(), l.width());
        move(l.x1(), height - l.y1());
        to(l.x2(), height - l.y2());
        out.stroke();
    }

    /** What no face can draw is still told to who searches or copies. */
    private void words(Shape.Words w) throws IOException {
        boolean whole = Glyphs.complete(w.text(), w.face());
        if (!whole) {
            COSDictionary told = new COSDictionary();
            told.setString(ACTUAL_TEXT, w.text());
            out.beginMarkedContent(SPAN, PDPropertyList.create(told));
        }
        fill(w.color());
        double x = w.x();
        for (Glyphs.Run run : Glyphs.of(w.text(), w.face())) {
            PDType0Font font = fonts.get(run.face());
            if (font != null) {
                out.beginText();
                out.setFont(font, (float) w.size());
                out.newLineAtOffset((float) x, (float) (height - w.y()));
                out.showText(run.text());
                out.endText();
            }
            x += run.width() * w.size();
        }
        if (!whole) {
            out.endMarkedContent();
        }
    }

    private void fill(int color) throws IOException {
        out.setNonStrokingColor(
                (color >> 16 & 0xFF) / 255f, (color >> 8 & 0xFF) / 255f, (color & 0xFF) / 255f);
    }

    private void stroke(int color, double width) throws IOException {
        out.setStrokingColor(
                (color >> 16 & 0xFF) / 255f, (color >> 8 & 0xFF) / 255f, (color & 0xFF) / 255f);
        out.setLineWidth((float) width);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
