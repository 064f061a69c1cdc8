package app.linden.cli;

import app.linden.model.Account;
import app.linden.model.Calendar;
import app.linden.model.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code calendars}: which calendars a profile has. */
@Command(name = "calendars", description = "Lists the calendars of this device.")
final class CalendarsWord extends Word implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    CalendarsWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Device device = profile.open(terminal)) {
            Map<String, Account> accounts =
                    device.store().accounts().stream()
                            .collect(Collectors.toMap(Account::id, Function.identity()));
            List<Calendar> calendars = device.store().calendars();
            if (json) {
                printJson(calendars, accounts);
            } else if (calendars.isEmpty()) {
                terminal.out().println("No calendars yet: connect to a server, import or add.");
            } else {
                calendars.forEach(c -> terminal.out().println(line(c, accounts)));
            }
        }
        return 0;
    }

    private static String line(Calendar calendar, Map<String, Account> accounts) {
        Account account = accounts.get(calendar.accountId());
        String where = account == null ? "" : "  (" + account.name() + ")";
        String marks =
                (calendar.isDefault() ? "  default" : "")
                        + (calendar.rights().mayWrite() ? "" : "  read only")
                        + (calendar.visible() ? "" : "  hidden");
        return Plain.line(calendar.name() + where + marks);
    }

    private void printJson(List<Calendar> calendars, Map<String, Account> accounts) {
        var list = Json.array();
        for (Calendar c : calendars) {
            Account account = accounts.get(c.accountId());
            list.addObject()
                    .put("id", c.id())
                    .put("name", c.name())
                    .put("color", c.color())
                    .put("account", account == null ? "" : account.name())
                    .put("isDefault", c.isDefault())
                    .put("isVisible", c.visible())
                    .put("mayWrite", c.rights().mayWrite());
        }
        terminal.out().println(Json.write(list));
    }
}
