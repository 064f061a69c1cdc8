package app.linden.cli;

import app.linden.base.Problem;
import app.linden.model.Calendar;
import app.linden.model.Occurrence;
import app.linden.paper.Book;
import app.linden.paper.Manner;
import app.linden.paper.Page;
import app.linden.paper.PaperSize;
import app.linden.paper.PdfFile;
import app.linden.paper.Wanted;
import app.linden.store.Store;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code print}: months, weeks or an agenda as a PDF. */
@Command(
        name = "print",
        description = "Writes months, weeks or an agenda as a PDF, from this device's own copy.")
final class PrintWord extends Word implements Callable<Integer> {
    private static final Comparator<Occurrence> ORDER =
            Comparator.<Occurrence>comparingLong(o -> o.span().start())
                    .thenComparingLong(o -> -o.span().seconds())
                    .thenComparing(Occurrence::title);

    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @Option(names = "--pdf", paramLabel = "FILE", required = true, description = "Where to.")
    private @Nullable Path file;

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            description = "month, week or agenda (default: month).")
    private Wanted.View view = Wanted.View.MONTH;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "The first day or month, as 2026-11-24 or 2026-11 (default: today).")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description =
                    "The last one (default: one page of months or weeks, an agenda of a month).")
    private @Nullable String to;

    @Option(names = "--paper", description = "A4 or Letter (default: the country's).")
    private @Nullable PaperSize paper;

    @Option(names = "--portrait", description = "Upright, also a month or a week.")
    private boolean portrait;

    @Option(names = "--landscape", description = "Lying, also an agenda.")
    private boolean landscape;

    @Option(
            names = {"--gray", "--grey"},
            description = "Without colours.")
    private boolean gray;

    PrintWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (portrait && landscape) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "Say either --portrait or --landscape, not both.");
        }
        Locale locale = Locale.getDefault();
        Wanted wanted = wanted(locale);
        List<Page> pages;
        try (Device device = profile.open(terminal)) {
            pages = pages(device.store(), wanted, Manner.usual(locale, ZoneId.systemDefault()));
        }
        Path out = Objects.requireNonNull(file);
        PdfFile.write(pages, "Linden", locale, out);
        terminal.out().println(Count.of(pages.size(), "page", "pages") + " written");
        return 0;
    }

    private Wanted wanted(Locale locale) {
        LocalDate first = from == null ? LocalDate.now(ZoneId.systemDefault()) : day(from, false);
        LocalDate last =
                to != null
                        ? day(to, true)
                        : view == Wanted.View.AGENDA ? first.plusMonths(1).minusDays(1) : first;
        if (last.isBefore(first)) {
            throw new Problem(Problem.Kind.BAD_INPUT, "The last day is before the first.");
        }
        if (first.plusDays(Wanted.LONGEST_DAYS).isBefore(last)) {
            throw new Problem(Problem.Kind.BAD_INPUT, "Three years at a time are the most.");
        }
        boolean lies = landscape || (view.lies() && !portrait);
        PaperSize sheet = paper == null ? PaperSize.usual(locale) : paper;
        return new Wanted(view, first, last, sheet, lies, gray);
    }

    /** A day, or of a month the first or the last one. */
    private static LocalDate day(String text, boolean last) {
        if (!text.matches("\\d{4}-\\d{2}")) {
            return Times.date(text);
        }
        LocalDate first = Times.date(text + "-01");
        return last ? first.plusMonths(1).minusDays(1) : first;
    }

    private static List<Page> pages(Store store, Wanted wanted, Manner manner) {
        Map<String, Calendar> calendars =
                store.calendars().stream()
                        .filter(c -> c.visible() && c.subscribed())
                        .collect(Collectors.toMap(Calendar::id, Function.identity()));
        LocalDate after = wanted.after(manner.weekStart());
        store.indexedTo(after).join();
        List<Occurrence> occurrences =
                store.occurrences(wanted.first(manner.weekStart()), after, manner.zone()).stream()
                        .filter(o -> calendars.containsKey(o.calendarId()))
                        .sorted(ORDER)
                        .toList();
        return Book.pages(wanted, manner, occurrences, calendars);
    }
}
