package app.linden.cli;

import app.linden.base.Problem;
import app.linden.model.Calendar;
import app.linden.model.Fold;
import app.linden.model.Hit;
import app.linden.model.Json;
import app.linden.store.Store;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code find}: events by their words, over all time. */
@Command(
        name = "find",
        description = {
            "Finds events by the beginnings of their words in title, place, people and notes, over"
                    + " all time. Of a series the next event is shown, or the last one.",
            "What is to come stands first, the nearest first; then what was, the latest first."
        })
final class FindWord extends Word implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @Parameters(
            arity = "1..*",
            paramLabel = "WORDS",
            description = "All of them must be in an event; case and accents do not count.")
    private List<String> words = List.of();

    @Option(
            names = "--most",
            paramLabel = "NUMBER",
            defaultValue = "50",
            description = "So many at most (default: 50).")
    private int most;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    FindWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Fold.Word> asked = Fold.words(String.join(" ", words));
        if (asked.isEmpty()) {
            throw new Problem(Problem.Kind.BAD_INPUT, "There is no word to look for.");
        }
        if (most < 1) {
            throw new Problem(Problem.Kind.BAD_INPUT, "--most must be 1 or more.");
        }
        try (Device device = profile.open(terminal)) {
            Store store = device.store();
            // Comes when the cache of an older Linden is filled.
            store.indexedTo(LocalDate.MIN).join();
            ZoneId zone = ZoneId.systemDefault();
            Map<String, Calendar> calendars =
                    store.calendars().stream()
                            .collect(Collectors.toMap(Calendar::id, Function.identity()));
            List<Hit> hits =
                    store.search().find(asked, Instant.now(), zone, calendars::containsKey, most);
            print(hits, calendars, zone);
            return 0;
        }
    }

    private void print(List<Hit> hits, Map<String, Calendar> calendars, ZoneId zone) {
        if (json) {
            terminal.out()
                    .println(
                            Json.write(
                                    AgendaJson.inOrder(
                                            hits.stream().map(Hit::occurrence).toList(),
                                            calendars,
                                            zone)));
            return;
        }
        if (hits.isEmpty()) {
            terminal.out().println("Nothing found.");
            return;
        }
        AgendaText text = new AgendaText(zone, calendars);
        LocalDate day = null;
        for (Hit hit : inTime(hits)) {
            LocalDate next = hit.occurrence().span().startIn(zone).toLocalDate();
            if (!next.equals(day)) {
                if (day != null) {
                    terminal.out().println();
                }
                terminal.out().println(text.heading(next));
                day = next;
            }
            terminal.out().println(text.line(hit.occurrence(), next));
        }
    }

    private static List<Hit> inTime(List<Hit> hits) {
        List<Hit> sorted = new ArrayList<>(hits);
        sorted.sort(
                Comparator.comparing(Hit::past)
                        .thenComparingLong(h ->
                                h.past()
                                        ? -h.occurrence().span().start()
                                        : h.occurrence().span().start()));
        return sorted;
    }
}
