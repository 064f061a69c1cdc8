package app.linden.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Calendar;
import app.linden.model.Json;
import app.linden.model.Mark;
import app.linden.model.Occurrence;
import app.linden.model.Span;
import app.linden.paper.Wanted.View;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.imageio.ImageIO;

/** What stands on paper: pages are counted, their text is read back, their pictures are written. */
class PaperTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

    @TempDir Path folder;

    private final List<Occurrence> occurrences = new ArrayList<>();
    private final Map<String, Calendar> calendars = new LinkedHashMap<>();
    private Manner manner = Manner.usual(Locale.UK, ZONE);
    private boolean gray;
    private PaperSize paper = PaperSize.A4;

    PaperTest() {
        calendar("family", "Family", "#2f9e63", 0);
        calendar("work", "Work", "#3b6fd4", 1);
        calendar("birthdays", "Birthdays", "#c2487e", 2);
        calendar("club", "Hockey club", "#d9822b", 3);
    }

    @Test
    void aMonthIsOnePage() throws IOException {
        fill();
        try (PDDocument pdf = print(View.MONTH, NOVEMBER, NOVEMBER, "month")) {
            assertEquals(1, pdf.getNumberOfPages());
            String text = text(pdf);
            for (String word :
                    List.of(
                            "November",
                            "2026",
                            "Monday",
                            "Quarterly",
                            "Grandma visits",
                            "Family")) {
                assertTrue(text.contains(word), word + " is missing in: " + text);
            }
        }
    }

    @Test
    void threeMonthsAreThreePages() throws IOException {
        fill();
        try (PDDocument pdf = print(View.MONTH, NOVEMBER, NOVEMBER.plusMonths(2), "months")) {
            assertEquals(3, pdf.getNumberOfPages());
            assertTrue(text(pdf).contains("Page 3 of 3"));
            assertTrue(text(pdf).contains("January"));
        }
    }

    @Test
    void aWeekShowsItsHours() throws IOException {
        fill();
        add("work", "Early flight", MONDAY.plusDays(1).atTime(4, 30), 90);
        try (PDDocument pdf = print(View.WEEK, MONDAY, MONDAY, "week")) {
            assertEquals(1, pdf.getNumberOfPages());
            String text = text(pdf);
            assertTrue(text.contains("Early flight"), text);
            assertTrue(text.contains("Week 48"), text);
            assertTrue(text.contains("04:30"), text);
        }
    }

    @Test
    void anAgendaGoesOnOverPages() throws IOException {
        fill();
        try (PDDocument pdf = print(View.AGENDA, NOVEMBER, NOVEMBER.plusMonths(2), "agenda")) {
            assertTrue(pdf.getNumberOfPages() > 2, pdf.getNumberOfPages() + " pages");
            assertTrue(text(pdf).contains("Page 2 of " + pdf.getNumberOfPages()));
        }
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void sixtyEventsOfADayAreToldOf(View view) throws IOException {
        crowd();
        try (PDDocument pdf = print(view, MONDAY, MONDAY, "crowd-" + view)) {
            String text = text(pdf);
            if (view == View.MONTH) {
                assertTrue(text.matches("(?s).*\\+ 5\\d more.*"), text);
                return;
            }
            for (int i = 1; i <= 60; i++) {
                assertTrue(text.contains("Visitor " + i + " "), i + " is missing in: " + text);
            }
            assertTrue(pdf.getNumberOfPages() > 1);
        }
    }

    @Test
    void aLongTitleIsCutInAMonthAndBrokenInAnAgenda() throws IOException {
        String title = "A title that goes on and on, " + "as some do, ".repeat(20) + "END";
        add("work", title, MONDAY.atTime(9, 0), 60);
        try (PDDocument month = print(View.MONTH, NOVEMBER, NOVEMBER, "long-month")) {
            assertTrue(text(month).contains("…"));
            assertFalse(text(month).contains("END"));
        }
        try (PDDocument agenda = print(View.AGENDA, MONDAY, MONDAY, "long-agenda")) {
            assertTrue(text(agenda).contains("A title that goes on and on"));
        }
    }

    @Test
    void nothingReachesOverTheMargin() {
        fill();
        crowd();
        add("work", "W".repeat(400), MONDAY.atTime(9, 0), 60);
        for (View view : View.values()) {
            for (Page page : pages(view, NOVEMBER, NOVEMBER.plusDays(29))) {
                for (Shape shape : page.shapes()) {
                    double right =
                            switch (shape) {
                                case Shape.Box b -> b.x() + b.width();
                                case Shape.Line l -> Math.max(l.x1(), l.x2());
                                case Shape.Words w ->
                                        w.x() + Type.width(w.text(), w.face(), w.size());
                            };
                    double bottom =
                            switch (shape) {
                                case Shape.Box b -> b.y() + b.height();
                                case Shape.Line l -> Math.max(l.y1(), l.y2());
                                case Shape.Words w -> w.y();
                            };
                    double edge = Sheet.MARGIN - 0.01;
                    assertTrue(right <= page.width() - edge, view + ": " + shape);
                    assertTrue(bottom <= page.height() - edge + 3, view + ": " + shape);
                }
            }
        }
    }

    @Test
    void otherScriptsAreNotLost() throws IOException {
        for (String title :
                List.of(
                        "Γενέθλια της Μαρίας",
                        "День рождения Анны",
                        "יום הולדת של דנה",
                        "اجتماع الأسرة",
                        "Źródło – ćwiczenia",
                        "会議 with Ōta")) {
            add("family", title, MONDAY.atTime(9, 0), 60);
        }
        try (PDDocument pdf = print(View.AGENDA, MONDAY, MONDAY, "scripts")) {
            String text = text(pdf);
            assertTrue(text.contains("Γενέθλια της Μαρίας"), text);
            assertTrue(text.contains("День рождения Анны"), text);
            assertTrue(text.contains("יום הולדת של דנה"), text);
            assertTrue(text.contains("اجتماع الأسرة"), text);
            assertTrue(text.contains("Źródło – ćwiczenia"), text);
            assertTrue(text.contains("with Ōta"), text);
        }
    }

    @Test
    void arabicLettersJoin() {
        assertEquals("\uFE91\uFEF4\uFE96", Arabic.join("بيت"));
        assertEquals("\uFEB3\uFEFC\uFEE1", Arabic.join("سلام"));
        assertEquals("\uFE8D\uFED7\uFEAE\uFE83", Arabic.join("اقرأ"));
    }

    @Test
    void anEmptyAgendaSaysSo() throws IOException {
        manner = Manner.usual(Locale.GERMANY, ZONE);
        try (PDDocument pdf = print(View.AGENDA, MONDAY, MONDAY.plusDays(6), "empty")) {
            assertEquals(1, pdf.getNumberOfPages());
            assertTrue(text(pdf).contains("In diesen Tagen ist nichts geplant."));
        }
    }

    @Test
    void grayPagesHaveNoColor() {
        fill();
        gray = true;
        for (View view : View.values()) {
            for (Page page : pages(view, NOVEMBER, NOVEMBER.plusDays(29))) {
                for (Shape shape : page.shapes()) {
                    if (shape instanceof Shape.Box b && b.fill() != Shape.NONE) {
                        int red = b.fill() >> 16 & 0xFF;
                        int blue = b.fill() & 0xFF;
                        assertTrue(Math.abs(red - blue) <= 3, () -> Integer.toHexString(b.fill()));
                    }
                }
            }
        }
    }

    @Test
    void germanAmericanAndUpright() throws IOException {
        fill();
        manner = Manner.usual(Locale.GERMANY, ZONE);
        gray = true;
        try (PDDocument pdf = print(View.MONTH, NOVEMBER, NOVEMBER, "month-german-gray")) {
            assertTrue(text(pdf).contains("Donnerstag"));
        }
        gray = false;
        manner = Manner.usual(Locale.US, ZONE);
        paper = PaperSize.LETTER;
        assertEquals(DayOfWeek.SUNDAY, manner.weekStart());
        try (PDDocument pdf = print(View.WEEK, MONDAY, MONDAY, "week-american")) {
            assertEquals(792, pdf.getPage(0).getMediaBox().getWidth(), 0.1);
            assertTrue(text(pdf).contains("November 22 – 28, 2026"), text(pdf));
        }
        Wanted upright = new Wanted(View.MONTH, NOVEMBER, NOVEMBER, PaperSize.A4, false, false);
        picture(Book.pages(upright, manner, occurrences, calendars), "month-upright");
        Wanted lying = new Wanted(View.AGENDA, NOVEMBER, MONDAY, PaperSize.A4, true, false);
        picture(Book.pages(lying, manner, occurrences, calendars), "agenda-lying");
    }

    private List<Page> pages(View view, LocalDate from, LocalDate to) {
        occurrences.sort(
                Comparator.<Occurrence>comparingLong(o -> o.span().start())
                        .thenComparingLong(o -> -o.span().seconds()));
        return Book.pages(
                new Wanted(view, from, to, paper, view.lies(), gray),
                manner,
                occurrences,
                calendars);
    }

    private PDDocument print(View view, LocalDate from, LocalDate to, String name)
            throws IOException {
        return picture(pages(view, from, to), name);
    }

    private PDDocument picture(List<Page> pages, String name) throws IOException {
        Path file = folder.resolve(name + ".pdf");
        PdfFile.write(pages, name, manner.locale(), file);
        PDDocument pdf = Loader.loadPDF(file.toFile());
        String screens = System.getProperty("linden.screens");
        if (screens != null) {
            Path out = Files.createDirectories(Path.of(screens));
            PDFRenderer renderer = new PDFRenderer(pdf);
            for (int i = 0; i < Math.min(2, pdf.getNumberOfPages()); i++) {
                ImageIO.write(
                        renderer.renderImageWithDPI(i, 110),
                        "png",
                        out.resolve("paper-" + name + "-" + (i + 1) + ".png").toFile());
            }
        }
        return pdf;
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }

    private void calendar(String id, String name, String color, int order) {
        calendars.put(
                id,
                new Calendar(
                        id,
                        "account",
                        Json.object()
                                .put("name", name)
                                .put("color", color)
                                .put("sortOrder", order)));
    }

    private void add(
            String calendar, String title, LocalDateTime start, int minutes, Mark... marks) {
        long from = start.atZone(ZONE).toEpochSecond();
        put(calendar, title, new Span(from, from + minutes * 60L, false), null, marks);
    }

    private void place(String calendar, String title, LocalDateTime start, int minutes, String at) {
        long from = start.atZone(ZONE).toEpochSecond();
        put(calendar, title, new Span(from, from + minutes * 60L, false), at);
    }

    private void days(String calendar, String title, LocalDate first, int days, Mark... marks) {
        long from = first.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        Mark[] all = java.util.Arrays.copyOf(marks, marks.length + 1);
        all[marks.length] = Mark.ALL_DAY;
        put(calendar, title, new Span(from, from + days * 86_400L, true), null, all);
    }

    private void put(String calendar, String title, Span span, String place, Mark... marks) {
        int bits = 0;
        for (Mark mark : marks) {
            bits |= mark.bit();
        }
        String id = "e" + occurrences.size();
        occurrences.add(new Occurrence(id, null, calendar, span, title, null, place, bits));
    }

    private void crowd() {
        for (int i = 1; i <= 60; i++) {
            add("work", "Visitor " + i + " of the open day", MONDAY.atTime(9 + i % 8, i % 60), 45);
        }
    }

    private void fill() {
        for (LocalDate day = NOVEMBER.minusWeeks(1);
                day.isBefore(NOVEMBER.plusMonths(3));
                day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() < 6) {
                add("work", "Stand-up", day.atTime(9, 0), 15);
            }
            if (day.getDayOfWeek() == DayOfWeek.WEDNESDAY) {
                place("family", "Swimming", day.atTime(16, 30), 60, "Pool in the park");
            }
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
                add("club", "Training", day.atTime(10, 0), 90);
            }
        }
        add("work", "Quarterly planning with the whole team", MONDAY.atTime(10, 0), 120);
        add("work", "Review", MONDAY.atTime(11, 0), 90);
        place("family", "Dentist, Ben", MONDAY.plusDays(1).atTime(15, 30), 45, "Dr. Sommer");
        add("work", "Lunch with Mira", MONDAY.plusDays(1).atTime(12, 0), 60);
        add("work", "Customer call", MONDAY.plusDays(1).atTime(12, 30), 45, Mark.TENTATIVE);
        add("family", "Parents' evening", MONDAY.plusDays(2).atTime(19, 30), 90);
        add("work", "Release", MONDAY.plusDays(3).atTime(14, 0), 45, Mark.CANCELLED);
        place("family", "Dinner at Luigi's", MONDAY.plusDays(4).atTime(18, 30), 180, "Via Roma 3");
        days("family", "Grandma visits", MONDAY.plusDays(4), 4);
        days("birthdays", "Jonas", MONDAY.plusDays(2), 1);
        days("work", "Trade fair, Hanover", MONDAY.minusDays(7), 4);
        days("family", "Autumn holidays", NOVEMBER.minusDays(5), 9);
        days("family", "First Advent", LocalDate.of(2026, 11, 29), 1);
        days("birthdays", "Grandpa, 80", LocalDate.of(2026, 11, 12), 1);
        days("club", "Tournament, perhaps", LocalDate.of(2026, 11, 14), 2, Mark.TENTATIVE);
        add("family", "Concert", LocalDate.of(2026, 11, 7).atTime(20, 0), 330);
        add("family", "Lantern parade", LocalDate.of(2026, 11, 11).atTime(17, 0), 90);
    }
}
