package app.linden.cli;

import app.linden.calendar.Subscriptions;
import app.linden.model.Calendar;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** {@code subscribe}: a calendar that follows an .ics file on the web. */
@Command(
        name = "subscribe",
        description =
                "Adds a read-only calendar that follows an .ics address (http, https, webcal).")
final class SubscribeWord extends Word implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @Parameters(paramLabel = "URL", description = "The address.")
    private String address = "";

    @Option(
            names = "--name",
            paramLabel = "N",
            description = "What to call it (default: as it calls itself).")
    private @Nullable String name;

    @Option(
            names = "--color",
            paramLabel = "C",
            defaultValue = Calendar.DEFAULT_COLOR,
            description = "A colour name or #rrggbb.")
    private String color = Calendar.DEFAULT_COLOR;

    SubscribeWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Device device = profile.open(terminal).withSomeCalendar()) {
            if (Subscriptions.isOpen(address)) {
                terminal.err()
                        .println(
                                "linden: Beware, this address is not encrypted (http): others on"
                                        + " the way can read and change what comes.");
            }
            String id = device.subscriptions().subscribe(address, name, color).join();
            String called =
                    device.store().calendars().stream()
                            .filter(c -> c.id().equals(id))
                            .map(Calendar::name)
                            .findFirst()
                            .orElse(id);
            int count = 0;
            for (var _ : device.store().eachEventIn(id)) {
                count++;
            }
            terminal.out()
                    .println(
                            Plain.line(
                                    "Subscribed to “"
                                            + called
                                            + "”: "
                                            + Count.of(count, "event", "events")));
        }
        return 0;
    }
}
