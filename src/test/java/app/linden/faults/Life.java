package app.linden.faults;

import app.linden.base.Ids;
import app.linden.db.FileKey;
import app.linden.db.HeaderAge;
import app.linden.db.OtherFiles;
import app.linden.store.Check;
import app.linden.store.Store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One device whose power is cut again and again: the real store with real commands on a {@link
 * Disk}. After each cut it is opened from what remained; it must show what was seen after some edit
 * that is not older than the last acknowledged one. All of it comes from the seed, but for how fast
 * this machine is, since H2 works by the clock when it tidies up.
 */
final class Life {
    private static final String FILE = "linden.mv.db";
    private static final String KEY = "0123456789abcdef".repeat(4);
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-24T08:00:00Z"));
    private static final long HOURS = 8L * 3600 * 1000;
    private static final List<Disk.Loss> LOSSES = List.of(Disk.Loss.values());

    private final Random random;
    private final Path folder;
    private final boolean encrypted;
    private final int fewest;
    private final Ids ids;
    private final Tally tally;

    private final StringBuilder story = new StringBuilder();

    private Disk disk = new Disk();
    private Disk before = new Disk();
    private Disk found = new Disk();
    private int place;

    /** What may be shown: after the last edit that was acknowledged, and after each one since. */
    private List<Shown> possible = new ArrayList<>(List.of(Shown.nothing()));

    Life(long seed, Path folder, Tally tally) {
        this.random = new Random(seed);
        this.folder = folder;
        this.tally = tally;
        this.encrypted = random.nextInt(3) == 0;
        this.fewest = random.nextInt(4) == 0 ? 300 : 20;
        this.ids = new Ids(CLOCK, random);
        OtherFiles.copiedFrom(random.nextBoolean() ? 1 << 16 : 8 << 20);
    }

    /**
     * @throws AssertionError when something is lost or broken
     */
    void run(int cuts) {
        try {
            live(cuts);
        } catch (AssertionError e) {
            keep();
            throw new AssertionError(e.getMessage() + "; cuts:" + story, e);
        }
    }

    /** Leaves the file as it was found after the last cut, and before the cut, for who looks. */
    private void keep() {
        String place = System.getProperty("linden.keepDisk");
        if (place != null) {
            found.save(FILE, Path.of(place, "found"));
            before.save(FILE, Path.of(place, "before"));
        }
    }

    private void live(int cuts) {
        for (int i = 0; i < cuts; i++) {
            arm();
            open(true);
            Disk.Loss loss = LOSSES.get(random.nextInt(LOSSES.size()));
            tally.cut(loss, encrypted);
            before = disk.remains(Disk.Loss.ALL_LOST, new Random(0));
            disk = disk.remains(loss, random);
            story.append(' ').append(loss);
            if (!encrypted && random.nextInt(3) == 0) {
                story.append(" (older)");
                disk.rewrite(FILE, HeaderAge.HEADERS, h -> HeaderAge.older(h, HOURS));
            }
        }
        open(false);
    }

    private void arm() {
        disk.cutIn(random.nextInt(5) == 0 ? 1 + random.nextInt(15) : 1 + random.nextInt(150));
    }

    /** Opens it, looks at everything, and edits until the power goes, or it is closed. */
    private void open(boolean edits) {
        found = disk.remains(Disk.Loss.NONE_LOST, new Random(0));
        Path here = folder.resolve("at-" + place++);
        try {
            Files.createDirectories(here);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DiskPath.mount(here, disk);
        Store store = null;
        try {
            store =
                    Store.open(
                            here,
                            CLOCK,
                            ids,
                            encrypted ? known -> KEY.toCharArray() : FileKey.NONE);
            store.localAccount("This computer", "My calendar").join();
            use(store, edits);
        } catch (RuntimeException e) {
            if (!disk.isOff()) {
                throw new AssertionError("failed with the power on: " + e, e);
            }
        } finally {
            close(store);
            DiskPath.unmount(here);
        }
    }

    private void close(@Nullable Store store) {
        try {
            if (store != null) {
                store.close();
            }
        } catch (RuntimeException e) {
            if (!disk.isOff()) {
                throw new AssertionError("cannot be closed: " + e, e);
            }
        }
    }

    private void use(Store store, boolean edits) {
        Person person = new Person(store, ids, random, fewest);
        Shown now = known(person.look());
        Check check = store.check().join();
        if (!check.isRight()) {
            throw new AssertionError("not right: " + check);
        }
        tally.looked();
        if (!edits) {
            return;
        }
        int most = 5 + random.nextInt(80);
        for (int i = 0; i < most && !disk.isOff(); i++) {
            now = edit(person, now);
        }
        if (random.nextBoolean()) {
            disk.cutIn(1 + random.nextInt(40));
        }
    }

    private Shown edit(Person person, Shown before) {
        List<Person.Edit> edits = new ArrayList<>();
        int first = possible.size();
        person.act(
                before,
                edit -> {
                    possible.add(edit.after());
                    edits.add(edit);
                });
        Shown now = before;
        for (Person.Edit edit : edits) {
            edit.done().join();
            tally.edited();
            now = edit.after();
            // What was there before it is not enough any more.
            possible.subList(0, first).clear();
            first = 1;
        }
        if (random.nextInt(10) == 0 && !person.look().equals(now.data())) {
            throw new AssertionError("shown otherwise than edited");
        }
        return now;
    }

    /** Which of the possible states is shown. */
    private Shown known(Shown.Data shown) {
        if (possible.size() == 1 && possible.getFirst().data().calendars().isEmpty()) {
            // The first calendar is not an edit.
            possible = new ArrayList<>(List.of(new Shown(shown, null, null)));
        }
        for (Shown each : possible) {
            if (each.data().equals(shown)) {
                possible = new ArrayList<>(List.of(each));
                return each;
            }
        }
        Shown.Data saved = possible.getFirst().data();
        throw new AssertionError(
                "acknowledged and not there: "
                        + saved.besides(shown)
                        + ", there instead: "
                        + shown.besides(saved)
                        + ", "
                        + (possible.size() - 1)
                        + " edits were on their way");
    }
}
