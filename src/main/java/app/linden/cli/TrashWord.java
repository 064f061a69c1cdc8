package app.linden.cli;

import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Trashed;
import app.linden.model.Type;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code trash}: what was deleted and can be restored. */
@Command(
        name = "trash",
        description = {
            "Lists what was deleted, at least for 30 days, the newest first.",
            "The number in front of a line is what restore takes."
        })
final class TrashWord extends Word implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    TrashWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Device device = profile.open(terminal)) {
            List<Trashed> trash = device.store().trash();
            if (json) {
                printJson(trash);
            } else if (trash.isEmpty()) {
                terminal.out().println("The trash is empty.");
            } else {
                for (int i = 0; i < trash.size(); i++) {
                    terminal.out().println(line(i + 1, trash.get(i)));
                }
            }
        }
        return 0;
    }

    private static String line(int number, Trashed one) {
        String what =
                one.type() == Type.CALENDAR
                        ? "calendar “" + one.title() + "”"
                        : "“"
                                + one.title()
                                + "”  "
                                + Event.of(one.document()).when().start()
                                + (one.calendar().isEmpty() ? "" : "  " + one.calendar());
        return Plain.line(number + "  " + what + "  " + who(one.who()) + " " + when(one));
    }

    private static String when(Trashed one) {
        return one.removed()
                .atZone(ZoneId.systemDefault())
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static String who(Trashed.Who who) {
        return switch (who) {
            case ME -> "deleted by you";
            case OTHERS -> "deleted elsewhere";
            case CALENDAR -> "deleted with its calendar";
            case REVOKED -> "no longer shared since";
            case SIGNED_OUT -> "not sent when signing out on";
        };
    }

    private void printJson(List<Trashed> trash) {
        var list = Json.array();
        for (Trashed one : trash) {
            var object =
                    Json.object()
                            .put("id", one.id())
                            .put("type", one.type().name().toLowerCase(Locale.ROOT))
                            .put("title", one.title())
                            .put("calendar", one.calendar())
                            .put("who", one.who().name().toLowerCase(Locale.ROOT))
                            .put("removed", one.removed().toString());
            object.set("document", one.document());
            list.add(object);
        }
        terminal.out().println(Json.write(list));
    }
}
