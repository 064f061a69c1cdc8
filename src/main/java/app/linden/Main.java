package app.linden;

import app.linden.base.Closer;
import app.linden.base.Problem;
import app.linden.base.Worker;
import app.linden.calendar.JsonFile;
import app.linden.calendar.SettingsFile;
import app.linden.calendar.remind.Reminders;
import app.linden.calendar.remind.SettledViewer;
import app.linden.calendar.remind.Viewer;
import app.linden.cli.Carers;
import app.linden.cli.Cli;
import app.linden.cli.Device;
import app.linden.cli.Start;
import app.linden.cli.TryOut;
import app.linden.cli.Windows;
import app.linden.desktop.LogFile;
import app.linden.desktop.SystemFiles;
import app.linden.desktop.ThisDesktop;
import app.linden.desktop.Vault;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Question;
import app.linden.ui.kit.Texts;
import app.linden.ui.shell.CalendarWindow;
import app.linden.ui.shell.Entry;
import app.linden.ui.shell.OpenWindow;
import app.linden.ui.shell.Program;
import app.linden.ui.shell.Services;
import app.linden.ui.shell.Worn;
import app.linden.ui.start.ChooseProtection;
import app.linden.ui.start.Unlock;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/**
 * Where Linden starts: hands the words of the command line on, and opens windows when they ask for
 * one.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Cli.run(args, new RealWindows()));
    }

    /** Windows on the screen. Syncing begins when the first of them stands. */
    private static final class RealWindows implements Windows {
        private @Nullable OpenWindow bens;

        @Override
        public int open(Start start) {
            try (Worker worker = new Worker("start")) {
                try (Closer closer = new Closer()) {
                    closer.add(LogFile.in(start.folder()));
                    LogFile.noteUncaught();
                    ThisDesktop desktop = closer.add(new ThisDesktop());
                    SettingsFile settings = closer.add(SettingsFile.of(start.folder()));
                    Surroundings around =
                            new Surroundings(settings, desktop, start.folder(), closer);
                    Opening opening = new Opening(worker, start, around);
                    CompletableFuture<Device> device = opening.open();
                    try {
                        Program.run(program -> {
                            Worn.put(settings.settings().get(), program.look());
                            opening.show(program, device, null);
                        });
                    } finally {
                        opening.end();
                    }
                }
            }
            return 0;
        }

        @Override
        public int tryOut(TryOut tryOut, boolean rehearsal) {
            Program.run(program -> {
                if (rehearsal) {
                    program.rehearse();
                }
                Entry ben = new Entry(Texts.text("try.ben"), () -> openBen(program, tryOut));
                CalendarWindow anna =
                        open(
                                        program,
                                        tryOut.device(TryOut.ANNA),
                                        Texts.text("try.title", TryOut.ANNA),
                                        List.of(ben),
                                        null)
                                .window();
                tryOut.ready()
                        .exceptionally(e -> {
                            anna.tell(Problem.sentence(e));
                            return null;
                        });
            });
            return 0;
        }

        private void openBen(Program program, TryOut tryOut) {
            OpenWindow open = bens;
            if (open != null && open.window().comeForward()) {
                return;
            }
            bens =
                    open(
                            program,
                            tryOut.device(TryOut.BEN),
                            Texts.text("try.title", TryOut.BEN),
                            List.of(),
                            null);
        }

        /**
         * @param around null for a device that ends with the program
         */
        static OpenWindow open(
                Program program,
                Device device,
                String title,
                List<Entry> entries,
                @Nullable Surroundings around) {
            Services plain =
                    new Services(
                            device.commands(),
                            device.agenda(),
                            device.inAndOut(),
                            device.accounts(),
                            new SystemFiles(program::focused),
                            Clock.systemDefaultZone());
            return program.open(
                    around == null ? plain : around.with(plain, device), title, entries);
        }
    }

    /** What there is around the device of a profile: its settings, the desktop, its reminders. */
    private record Surroundings(
            SettingsFile settings, ThisDesktop desktop, Path folder, Closer closer) {
        /** How long other devices' answers may take to arrive, before the person is told. */
        private static final Duration GRACE = Duration.ofSeconds(8);

        Services with(Services plain, Device device) {
            Viewer viewer = new SettledViewer(device.store(), settings);
            Reminders reminders =
                    closer.add(
                            Reminders.of(
                                    device.store(),
                                    device.store().serverSide().ids(),
                                    InstantSource.system(),
                                    viewer,
                                    new JsonFile(folder.resolve("reminders.json")),
                                    device.store().serverSide().logins().isEmpty()
                                            ? Duration.ZERO
                                            : GRACE));
            reminders.start();
            closer.add(settings.settings().watch(s -> reminders.viewerChanged()));
            return plain.on(settings, reminders, desktop)
                    .with(Carers.begin(device, folder, settings, closer));
        }
    }

    /**
     * Opens a device on a thread of its own while JavaFX starts, and asks on JavaFX's thread what
     * has to be asked: a passphrase, how to protect, what to do when the key is lost.
     */
    private static final class Opening implements Vault.Asks {
        private final Worker worker;
        private final Start start;
        private final Surroundings around;
        private final CompletableFuture<Program> program = new CompletableFuture<>();

        Opening(Worker worker, Start start, Surroundings around) {
            this.worker = worker;
            this.start = start;
            this.around = around;
        }

        CompletableFuture<Device> open() {
            return worker.call(() -> start.open(this));
        }

        /** Shows the window when the device is open, with a sentence if there is one. */
        void show(Program shown, CompletableFuture<Device> device, @Nullable String sentence) {
            program.complete(shown);
            FxRelay.after(
                    device,
                    opened -> {
                        OpenWindow stands =
                                RealWindows.open(
                                        shown, opened, Texts.text("app.name"), List.of(), around);
                        CalendarWindow window = stands.window();
                        opened.startSync();
                        if (start.items().isEmpty()) {
                            window.welcome();
                        }
                        window.take(start.items());
                        start.takeOver(items -> FxRelay.run(() -> stands.window().take(items)));
                        if (sentence != null) {
                            window.tell(sentence);
                        }
                    },
                    error -> failed(shown, error));
        }

        private void failed(Program shown, Throwable error) {
            if (error instanceof CancellationException) {
                shown.end(null);
            } else if (Problem.kind(error) == Problem.Kind.SIGN_IN) {
                Question.ask(
                        null,
                        shown.look(),
                        Problem.sentence(error),
                        Texts.text("lost.detail"),
                        List.of(
                                new Question.Answer(
                                        Texts.text("lost.again"),
                                        "accent",
                                        () -> show(shown, open(), null)),
                                new Question.Answer(
                                        Texts.text("lost.anew"), "danger", () -> anew(shown))),
                        () -> shown.end(null));
            } else {
                shown.end(error instanceof RuntimeException e ? e : new RuntimeException(error));
            }
        }

        private void anew(Program shown) {
            FxRelay.after(
                    worker.call(start::setAside),
                    aside ->
                            show(
                                    shown,
                                    open(),
                                    Texts.text("lost.kept", aside.getFileName().toString())),
                    error -> failed(shown, error));
        }

        @Override
        public Optional<String> passphrase(boolean again) {
            return ask((look, answer) ->
                    new Unlock(look)
                            .ask(
                                    again,
                                    typed -> answer.complete(Optional.of(typed)),
                                    () -> answer.cancel(false)));
        }

        @Override
        public Vault.Choice choose() {
            return ask((look, answer) ->
                    new ChooseProtection(look)
                            .ask((passphrase, remembered) ->
                                    answer.complete(new Vault.Choice(passphrase, remembered))));
        }

        private <T> T ask(BiConsumer<Look, CompletableFuture<T>> panel) {
            CompletableFuture<T> answer = new CompletableFuture<>();
            program.whenComplete((shown, none) -> {
                if (none == null) {
                    FxRelay.run(() -> panel.accept(shown.look(), answer));
                } else {
                    answer.cancel(false);
                }
            });
            return answer.join();
        }

        /** Nobody can be asked any more. */
        void end() {
            program.cancel(false);
        }
    }
}
