package app.linden.ui.attention;

import app.linden.model.Notice;
import app.linden.model.Waiting;

import java.util.ArrayList;
import java.util.List;

/** Notes what was asked for and does nothing. */
final class Noted implements SyncActs {
    final List<String> asked = new ArrayList<>();

    @Override
    public void retry(Waiting waiting) {
        asked.add("retry " + waiting.title());
    }

    @Override
    public void discard(Waiting waiting) {
        asked.add("discard " + waiting.title());
    }

    @Override
    public void open(Waiting waiting) {
        asked.add("open " + waiting.title());
    }

    @Override
    public void copy(Waiting waiting, String words) {
        asked.add("copy " + words);
    }

    @Override
    public void save(Waiting waiting) {
        asked.add("save " + waiting.title());
    }

    @Override
    public void dismiss(Notice notice) {
        asked.add("dismiss " + notice.title());
    }

    @Override
    public void conflicts() {
        asked.add("conflicts");
    }

    @Override
    public void trash() {
        asked.add("trash");
    }

    @Override
    public void signInAgain() {
        asked.add("sign in again");
    }

    @Override
    public void syncNow() {
        asked.add("sync");
    }
}
