package app.linden.cli;

import app.linden.base.Problem;
import app.linden.model.Calendar;
import app.linden.model.Json;
import app.linden.model.Occurrence;
import app.linden.store.Store;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code agenda}: what happens from day to day. */
@Command(
        name = "agenda",
        description = "Prints what happens from one day to another, from this device's own copy.")
final class AgendaWord extends Word implements Callable<Integer> {
    private static final int LONGEST_DAYS = 3_700;

    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @Option(
            names = "--from",
            paramLabel = "DAY",
            converter = DateInWords.class,
            description = "The first day, as 2026-11-24 (default: today).")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            converter = DateInWords.class,
            description = "The last day (default: six days after the first).")
    private @Nullable LocalDate to;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    AgendaWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        LocalDate first = from == null ? LocalDate.now() : from;
        LocalDate last = to == null ? first.plusDays(6) : to;
        if (last.isBefore(first)) {
            throw new Problem(Problem.Kind.BAD_INPUT, "The last day is before the first.");
        }
        if (first.plusDays(LONGEST_DAYS).isBefore(last)) {
            throw new Problem(Problem.Kind.BAD_INPUT, "Ten years at a time are the most.");
        }
        try (Device device = profile.open(terminal)) {
            print(device.store(), first, last, ZoneId.systemDefault());
        }
        return 0;
    }

    private void print(Store store, LocalDate first, LocalDate last, ZoneId zone) {
        Map<String, Calendar> shown =
                store.calendars().stream()
                        .filter(c -> c.visible() && c.subscribed())
                        .collect(Collectors.toMap(Calendar::id, Function.identity()));
        LocalDate after = last.plusDays(1);
        store.indexedTo(after).join();
        List<Occurrence> occurrences =
                store.occurrences(first, after, zone).stream()
                        .filter(o -> shown.containsKey(o.calendarId()))
                        .toList();
        if (json) {
            terminal.out().println(Json.write(AgendaJson.of(occurrences, shown, zone)));
        } else {
            new AgendaText(zone, shown)
                    .lines(first, last, occurrences)
                    .forEach(terminal.out()::println);
        }
    }
}
