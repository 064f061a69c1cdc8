package app.linden.ui.attention;

import app.linden.model.SyncState;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * How it stands with the server, in words and seconds.
 *
 * @param text one short sentence or two
 * @param detail a sentence more, for who asks; null when there is none
 */
public record SyncWords(String text, Tone tone, @Nullable String detail) {
    /** How much it wants to be seen. */
    public enum Tone {
        /** Nothing leaves this computer. */
        LOCAL,
        /** All is well. */
        CALM,
        /** Something is under way. */
        BUSY,
        /** Not connected; nothing is lost. */
        OFFLINE,
        /** The person has to do something. */
        ATTENTION
    }

    /** In the zone of the clock. */
    public static SyncWords of(SyncState state, Clock clock) {
        int refused = state.parked();
        int conflicts = state.conflicts();
        if (state.phase() == SyncState.Phase.SIGNED_OUT) {
            String reason = Sentences.ofAny(state.reason());
            String text =
                    reason == null
                            ? Texts.text("sync.signed-out")
                            : Texts.text("sync.signed-out-because", reason);
            return new SyncWords(text, Tone.ATTENTION, null);
        }
        if (refused + conflicts > 0) {
            String asked =
                    refused == 0
                            ? Texts.text("sync.conflicts", conflicts)
                            : Texts.text("sync.needs-you", refused + conflicts);
            String text =
                    state.phase() == SyncState.Phase.OFFLINE
                            ? Texts.text("sync.offline-and", asked)
                            : asked;
            return new SyncWords(text, Tone.ATTENTION, plain(state, clock).text());
        }
        return plain(state, clock);
    }

    private static SyncWords plain(SyncState state, Clock clock) {
        return switch (state.phase()) {
            case LOCAL_ONLY -> new SyncWords(Texts.text("sync.local"), Tone.LOCAL, null);
            case SIGNED_OUT -> new SyncWords(Texts.text("sync.signed-out"), Tone.ATTENTION, null);
            case OFFLINE ->
                    new SyncWords(
                            offline(state.waiting(), state.heard(), clock),
                            Tone.OFFLINE,
                            Sentences.ofAny(state.reason()));
            case SYNCING, IDLE -> connected(state, clock.instant());
        };
    }

    /** "3 changes wait, no connection since 14:02". */
    private static String offline(int waiting, @Nullable Instant heard, Clock clock) {
        if (heard == null) {
            return Texts.text("sync.offline", waiting);
        }
        String since =
                WaitingWords.moment(
                        LocalDateTime.ofInstant(heard, clock.getZone()), LocalDate.now(clock));
        return Texts.text("sync.offline-since", waiting, since);
    }

    /** A look at the server that finds nothing is not worth a word: "saved" stays. */
    private static SyncWords connected(SyncState state, Instant now) {
        SyncState.Progress progress = state.progress();
        if (progress != null) {
            String text =
                    progress.total() == 0
                            ? Texts.text("sync.fetching", progress.done())
                            : Texts.text("sync.fetching-of", progress.done(), progress.total());
            return new SyncWords(text, Tone.BUSY, Sentences.ofAny(state.reason()));
        }
        if (state.waiting() > 0) {
            return new SyncWords(
                    Texts.text("sync.saving"), Tone.BUSY, Sentences.ofAny(state.reason()));
        }
        Instant heard = state.heard();
        if (heard == null) {
            return new SyncWords(
                    Texts.text("sync.connecting"), Tone.BUSY, Sentences.ofAny(state.reason()));
        }
        return new SyncWords(
                Texts.text("sync.saved", ago(Duration.between(heard, now))),
                Tone.CALM,
                Sentences.ofAny(state.reason()));
    }

    /** "just now", "2 s ago", "3 min ago", "5 h ago", "2 days ago". */
    static String ago(Duration since) {
        if (since.toMillis() < 1000) {
            return Texts.text("sync.now");
        }
        if (since.toSeconds() < 60) {
            return Texts.text("sync.seconds", since.toSeconds());
        }
        if (since.toMinutes() < 60) {
            return Texts.text("sync.minutes", since.toMinutes());
        }
        return since.toHours() < 48
                ? Texts.text("sync.hours", since.toHours())
                : Texts.text("sync.days", since.toDays());
    }
}
