package app.linden.ui.shell;

import app.linden.calendar.Commands;
import app.linden.calendar.port.SignedIn;
import app.linden.model.Notice;
import app.linden.model.Waiting;
import app.linden.ui.attention.NoticeRow;
import app.linden.ui.attention.SyncActs;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Texts;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What a person does with changes that wait and with notices: commands of the calendar, and windows
 * to open. Lives on JavaFX's thread.
 */
final class OutboxFlow implements SyncActs {
    /** Where it leads to. */
    interface Doors {
        void event(String eventId);

        void conflicts();

        void trash();

        void signInAgain();
    }

    private final Services services;
    private final Commands commands;
    private final NoticeBar notices;
    private final Doors doors;
    private final Set<String> known = new HashSet<>();
    private boolean asked;

    OutboxFlow(Services services, NoticeBar notices, Doors doors) {
        this.services = services;
        this.commands = services.commands();
        this.notices = notices;
        this.doors = doors;
    }

    @Override
    public void retry(Waiting waiting) {
        run(commands.retry(waiting.seq()), done -> {});
    }

    @Override
    public void discard(Waiting waiting) {
        run(commands.discard(waiting.seq()), done -> {});
    }

    @Override
    public void open(Waiting waiting) {
        doors.event(waiting.objectId());
    }

    @Override
    public void copy(Waiting waiting, String words) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
        notices.tell(Texts.text("outbox.copied"));
    }

    @Override
    public void save(Waiting waiting) {
        String safe = waiting.title().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
        services.files()
                .chooseWhereToSave((safe.isEmpty() ? "Event" : safe) + ".ics")
                .ifPresent(file ->
                        run(
                                services.inAndOut()
                                        .exports()
                                        .events(List.of(waiting.objectId()), file),
                                written ->
                                        notices.tell(
                                                Texts.text(
                                                        "export.done",
                                                        written.events(),
                                                        file.getFileName()))));
    }

    @Override
    public void dismiss(Notice notice) {
        run(commands.dismiss(notice.id()), done -> {});
    }

    @Override
    public void conflicts() {
        doors.conflicts();
    }

    @Override
    public void trash() {
        doors.trash();
    }

    @Override
    public void signInAgain() {
        doors.signInAgain();
    }

    /** Asks once, when a server begins not to take a sign-in any more. */
    void signedOut(boolean is) {
        if (is && !asked) {
            services.accounts().signIns().stream()
                    .filter(SignedIn::signedOut)
                    .findFirst()
                    .ifPresent(s ->
                            notices.tell(
                                    Texts.text("accounts.signed-out", s.username()),
                                    Texts.text("accounts.sign-in-again"),
                                    doors::signInAgain));
        }
        asked = is;
    }

    @Override
    public void syncNow() {
        services.accounts().syncNow();
    }

    /**
     * Tells of what is new since this was called last.
     *
     * @param look shows all of it
     */
    void told(List<Notice> all, Runnable look) {
        all.stream()
                .filter(n -> known.add(n.id()))
                .findFirst()
                .ifPresent(n -> notices.tell(NoticeRow.words(n), Texts.text("notice.look"), look));
        all.forEach(n -> known.add(n.id()));
    }

    private <T> void run(CompletableFuture<T> command, Consumer<? super T> done) {
        FxRelay.after(command, done, notices::tell);
    }
}
