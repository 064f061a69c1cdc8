package app.linden.cli;

import app.linden.base.Problem;
import app.linden.model.Calendar;
import app.linden.model.Feed;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code subscriptions}: which calendars follow an address, and how it stands with them. */
@Command(
        name = "subscriptions",
        description = "Lists the calendars that follow an .ics address; refreshes or removes them.")
final class SubscriptionsWord extends Word implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @Option(names = "--refresh", description = "Fetches all of them first, due or not.")
    private boolean refresh;

    @Option(
            names = "--remove",
            paramLabel = "C",
            description = "Unsubscribes from C, a name or id.")
    private @Nullable String remove;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    SubscriptionsWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        int code = 0;
        try (Device device = profile.open(terminal)) {
            if (remove != null) {
                device.subscriptions().unsubscribe(chosen(device, remove)).join();
            }
            if (refresh) {
                code = refreshAll(device);
            }
            Map<String, String> names =
                    device.store().calendars().stream()
                            .collect(Collectors.toMap(Calendar::id, Calendar::name));
            List<Feed> feeds = device.subscriptions().all();
            if (json) {
                printJson(feeds, names);
            } else if (feeds.isEmpty()) {
                terminal.out().println("No subscriptions: say linden subscribe URL.");
            } else {
                feeds.forEach(f -> terminal.out().println(line(f, names)));
            }
        }
        return code;
    }

    /** One that fails does not stop the others. */
    private int refreshAll(Device device) {
        int code = 0;
        for (Feed feed : device.subscriptions().all()) {
            try {
                device.subscriptions().refresh(feed.calendarId()).join();
            } catch (java.util.concurrent.CompletionException e) {
                terminal.err()
                        .println(Plain.line("linden: " + feed.url() + ": " + Problem.sentence(e)));
                code = 1;
            }
        }
        return code;
    }

    private static String chosen(Device device, String wanted) {
        List<String> ids = device.subscriptions().all().stream().map(Feed::calendarId).toList();
        List<Calendar> matching =
                device.store().calendars().stream()
                        .filter(c -> ids.contains(c.id()))
                        .filter(c -> c.id().equals(wanted) || c.name().equalsIgnoreCase(wanted))
                        .toList();
        if (matching.size() != 1) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    matching.isEmpty()
                            ? "There is no subscription “" + wanted + "”."
                            : "There are several subscriptions “"
                                    + wanted
                                    + "”; say the id, which subscriptions --json tells.");
        }
        return matching.getFirst().id();
    }

    private static String line(Feed feed, Map<String, String> names) {
        String when = feed.fetched() == null ? "never" : String.valueOf(feed.fetched());
        String problem = feed.problem() == null ? "" : "  " + feed.problem();
        return Plain.line(
                names.getOrDefault(feed.calendarId(), "")
                        + "  "
                        + feed.url()
                        + "  fetched "
                        + when
                        + problem);
    }

    private void printJson(List<Feed> feeds, Map<String, String> names) {
        var list = Json.array();
        for (Feed f : feeds) {
            list.addObject()
                    .put("id", f.calendarId())
                    .put("name", names.getOrDefault(f.calendarId(), ""))
                    .put("url", f.url())
                    .put("every", f.every().toString())
                    .put("fetched", f.fetched() == null ? null : f.fetched().toString())
                    .put("due", f.due().toString())
                    .put("problem", f.problem());
        }
        terminal.out().println(Json.write(list));
    }
}
