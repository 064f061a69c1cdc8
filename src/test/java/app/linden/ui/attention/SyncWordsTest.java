package app.linden.ui.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.model.SyncState;
import app.linden.model.SyncState.Phase;
import app.linden.ui.attention.SyncWords.Tone;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

class SyncWordsTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T09:20:00Z"), ZoneOffset.UTC);
    private static final Instant NOW = Instant.parse("2026-11-24T09:20:00Z");

    private static SyncWords words(Phase phase, int waiting, int parked, int conflicts) {
        return SyncWords.of(
                new SyncState(phase, NOW.minusSeconds(2), waiting, parked, conflicts, null), CLOCK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IDLE|0|0|0|CALM|All saved. Heard from the server 2 s ago",
                "SYNCING|0|0|0|CALM|All saved. Heard from the server 2 s ago",
                "SYNCING|4|0|0|BUSY|Saving…",
                "IDLE|1|0|0|BUSY|Saving…",
                "OFFLINE|0|0|0|OFFLINE|All is saved here, no connection since 9:19 AM",
                "OFFLINE|1|0|0|OFFLINE|1 change waits, no connection since 9:19 AM",
                "OFFLINE|3|0|0|OFFLINE|3 changes wait, no connection since 9:19 AM",
                "IDLE|0|1|0|ATTENTION|1 change needs you",
                "IDLE|0|0|1|ATTENTION|1 conflict",
                "OFFLINE|2|0|2|ATTENTION|Offline. 2 conflicts",
                "IDLE|0|1|2|ATTENTION|3 changes need you",
                "LOCAL_ONLY|0|0|0|LOCAL|On this computer only",
                "SIGNED_OUT|3|0|0|ATTENTION|Signed out. Sign in again to go on syncing",
            })
    void itIsSaidInWords(
            Phase phase, int waiting, int parked, int conflicts, Tone tone, String text) {
        SyncWords words = words(phase, waiting, parked, conflicts);

        assertEquals(text, words.text().replace('\u202f', ' '));
        assertEquals(tone, words.tone());
    }

    @ParameterizedTest
    @CsvSource({
        "0, just now",
        "999, just now",
        "-5000, just now",
        "1000, 1 s ago",
        "59999, 59 s ago",
        "60000, 1 min ago",
        "3599000, 59 min ago",
        "3600000, 1 h ago",
        "172800000, 2 days ago"
    })
    void secondsMinutesHoursDays(long millis, String text) {
        assertEquals(text, SyncWords.ago(Duration.ofMillis(millis)));
    }

    @Test
    void aReasonIsSaidWithTheSignOutAndKeptForWhoAsksOtherwise() {
        assertEquals(
                "Signed out: The server does not take the password any more.",
                of(Phase.SIGNED_OUT, "The server does not take the password any more.").text());
        assertEquals("No net.", of(Phase.OFFLINE, "No net.").detail());
        assertEquals(
                "Connecting…",
                SyncWords.of(new SyncState(Phase.SYNCING, null, 0, 0, 0, null), CLOCK).text());
    }

    @Test
    void aFirstSyncSaysHowFarItIs() {
        SyncState first = new SyncState(Phase.SYNCING, null, 2, 0, 0, null);

        SyncWords words = SyncWords.of(first.with(new SyncState.Progress(4_200, 10_000)), CLOCK);

        assertEquals("Fetching events: 4,200 of 10,000", words.text());
        assertEquals(Tone.BUSY, words.tone());
        assertEquals(
                "Fetching events: 4,200",
                SyncWords.of(first.with(new SyncState.Progress(4_200, 0)), CLOCK).text());
    }

    private static SyncWords of(Phase phase, @Nullable String reason) {
        return SyncWords.of(new SyncState(phase, NOW, 0, 0, 0, reason), CLOCK);
    }
}
