package app.linden.ui.sidebar;

import app.linden.model.Feed;
import app.linden.ui.kit.Texts;

import java.time.Duration;
import java.time.Instant;

/** How it stands with a subscribed calendar, in words. Pure. */
final class FeedWords {
    private FeedWords() {}

    static String of(Feed feed, Instant now) {
        String updated = updated(feed.fetched(), now);
        return feed.problem() == null ? updated : feed.problem() + "\n" + updated;
    }

    private static String updated(@org.jspecify.annotations.Nullable Instant at, Instant now) {
        if (at == null) {
            return Texts.text("feed.never");
        }
        long minutes = Math.max(0, Duration.between(at, now).toMinutes());
        if (minutes < 60) {
            return Texts.text("feed.minutes", minutes);
        }
        return minutes < 48 * 60
                ? Texts.text("feed.hours", minutes / 60)
                : Texts.text("feed.days", minutes / (24 * 60));
    }
}
