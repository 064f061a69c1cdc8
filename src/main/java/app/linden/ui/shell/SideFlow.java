package app.linden.ui.shell;

import app.linden.model.Calendar;
import app.linden.model.Feed;
import app.linden.ui.sidebar.Sidebar;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What the sidebar asks of its window. Lives on JavaFX's thread. */
final class SideFlow implements Sidebar.Actions {
    private final Services services;
    private final ImportFlow files;
    private final Consumer<LocalDate> goTo;
    private final Consumer<Calendar> share;

    SideFlow(
            Services services,
            ImportFlow files,
            Consumer<LocalDate> goTo,
            Consumer<Calendar> share) {
        this.services = services;
        this.files = files;
        this.goTo = goTo;
        this.share = share;
    }

    @Override
    public void goTo(LocalDate day) {
        goTo.accept(day);
    }

    @Override
    public void importInto(Calendar calendar) {
        files.chooseFor(calendar);
    }

    @Override
    public void export(Calendar calendar) {
        files.export(calendar);
    }

    @Override
    public void share(Calendar calendar) {
        share.accept(calendar);
    }

    @Override
    public Optional<Feed> feed(Calendar calendar) {
        return services.inAndOut().subscriptions().feeds().get().stream()
                .filter(f -> f.calendarId().equals(calendar.id()))
                .findFirst();
    }

    @Override
    public CompletableFuture<Void> refresh(Calendar calendar) {
        return services.inAndOut().subscriptions().refresh(calendar.id());
    }

    @Override
    public CompletableFuture<Void> unsubscribe(Calendar calendar) {
        return services.inAndOut().subscriptions().unsubscribe(calendar.id());
    }
}
