package app.linden.calendar.remind;

import app.linden.calendar.SettingsFile;
import app.linden.model.Account;
import app.linden.store.Store;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The person of a device as the settings and the sign-ins say. Thread-safe. */
public final class SettledViewer implements Viewer {
    private final Store store;
    private final SettingsFile settings;

    public SettledViewer(Store store, SettingsFile settings) {
        this.store = store;
        this.settings = settings;
    }

    @Override
    public ZoneId zone() {
        ZoneId chosen = settings.settings().get().zone();
        return chosen == null ? ZoneId.systemDefault() : chosen;
    }

    @Override
    public Set<String> addresses() {
        Stream<String> mail =
                store.serverSide().logins().stream()
                        .filter(login -> login.username().contains("@"))
                        .map(login -> "mailto:" + login.username().toLowerCase(Locale.ROOT));
        // Linden's server calls people without a mail address by their account.
        Stream<String> accounts =
                store.accounts().stream()
                        .filter(Account::personal)
                        .flatMap(a -> Stream.ofNullable(a.serverId()))
                        .map(id -> "urn:uuid:" + id.toLowerCase(Locale.ROOT));
        return Stream.concat(mail, accounts).collect(Collectors.toSet());
    }

    @Override
    public boolean remindsOf(String calendarId) {
        return !settings.settings().get().silentCalendars().contains(calendarId);
    }
}
