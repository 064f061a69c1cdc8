package app.linden.faults;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The files of one folder on a disk in memory, which knows what was synced and what only the
 * system's cache holds, and which loses power or fails at a chosen step. A step is a write, a
 * truncation or a sync. Thread-safe.
 *
 * <p>A file's name is taken to be durable with the file's first sync, as Linux's file systems do
 * it.
 */
final class Disk {
    private static final int SECTOR = 512;

    /** What becomes of the writes that were not synced when the power goes. */
    enum Loss {
        /** None of them is on the disk. */
        ALL_LOST,
        /** Each of them is, as when only the process dies. */
        NONE_LOST,
        /** The first ones are, the next one is torn, the others are not. */
        TORN,
        /** Some are and some are not, as a disk that reorders leaves them. */
        REORDERED,
        /** Of each one some sectors are there. */
        SECTORS
    }

    /** What happens to each step from one on. */
    enum Failure {
        /** Nothing is written. */
        FAILS,
        /** The first half of a write is written. */
        FAILS_HALFWAY
    }

    /** A write, or a truncation where there are no bytes. */
    @SuppressWarnings("ArrayRecordComponent") // Two writes are never compared.
    private record Op(int at, byte @Nullable [] bytes) {
        void apply(Bytes to) {
            if (bytes == null) {
                to.truncate(at);
            } else {
                to.write(at, bytes);
            }
        }

        /** Applies those sectors of a write that {@code keeps} says. */
        void applySectors(Bytes to, Iterator<Boolean> keeps) {
            if (bytes == null) {
                if (keeps.next()) {
                    apply(to);
                }
                return;
            }
            for (int from = 0; from < bytes.length; ) {
                int end = Math.min(bytes.length, from + SECTOR - (at + from) % SECTOR);
                if (keeps.next()) {
                    to.write(at, bytes, from, end);
                }
                from = end;
            }
        }
    }

    private static final class File {
        /** What a process reads. */
        final Bytes seen;

        /** What the disk holds for sure; null before the first sync. */
        @Nullable Bytes synced;

        final List<Op> waiting = new ArrayList<>();

        File(Bytes seen, @Nullable Bytes synced) {
            this.seen = seen;
            this.synced = synced;
        }
    }

    private final Map<String, File> files = new TreeMap<>();
    private long steps;
    private long cutAt = Long.MAX_VALUE;
    private long failFrom = Long.MAX_VALUE;
    private long failTo = Long.MAX_VALUE;
    private Failure error = Failure.FAILS;
    private boolean off;
    private boolean failed;

    /** The power goes in that many steps. */
    synchronized void cutIn(long more) {
        cutAt = steps + more;
    }

    /** Steps fail from that many steps on, so many of them; then the disk is as before. */
    synchronized void failIn(long more, long count, Failure how) {
        failFrom = steps + more;
        failTo = failFrom + count;
        error = how;
    }

    /** There is room again. */
    synchronized void heal() {
        failFrom = Long.MAX_VALUE;
        failTo = Long.MAX_VALUE;
    }

    synchronized boolean isOff() {
        return off;
    }

    /** Whether a step failed. */
    synchronized boolean hasFailed() {
        return failed;
    }

    synchronized long steps() {
        return steps;
    }

    /** What is there when the power comes back. */
    synchronized Disk remains(Loss loss, Random random) {
        Disk left = new Disk();
        files.forEach((name, file) -> {
            Bytes bytes = remains(file, loss, random);
            if (bytes != null) {
                left.files.put(name, new File(bytes.copy(), bytes));
            }
        });
        return left;
    }

    private static @Nullable Bytes remains(File file, Loss loss, Random random) {
        List<Op> waiting = file.waiting;
        if (file.synced == null && (waiting.isEmpty() || loss == Loss.ALL_LOST)) {
            return null;
        }
        Bytes bytes = file.synced == null ? new Bytes() : file.synced.copy();
        Iterator<Boolean> coin = java.util.stream.Stream.generate(random::nextBoolean).iterator();
        switch (loss) {
            case ALL_LOST -> {}
            case NONE_LOST -> waiting.forEach(op -> op.apply(bytes));
            case REORDERED ->
                    waiting.stream().filter(op -> coin.next()).forEach(op -> op.apply(bytes));
            case SECTORS -> waiting.forEach(op -> op.applySectors(bytes, coin));
            case TORN -> {
                int whole = random.nextInt(waiting.size() + 1);
                waiting.subList(0, whole).forEach(op -> op.apply(bytes));
                if (whole < waiting.size()) {
                    int[] sectors = {random.nextInt(64)};
                    Iterator<Boolean> first =
                            java.util.stream.Stream.generate(() -> sectors[0]-- > 0).iterator();
                    waiting.get(whole).applySectors(bytes, first);
                }
            }
        }
        return bytes;
    }

    /** Writes what is seen of a file to one of the real disk. */
    synchronized void save(String name, Path to) {
        File file = files.get(name);
        if (file != null) {
            try {
                byte[] bytes = new byte[file.seen.size()];
                file.seen.read(0, ByteBuffer.wrap(bytes));
                Files.write(to, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    synchronized boolean exists(String name) {
        return files.containsKey(name);
    }

    /** Answers false when it is there already. */
    synchronized boolean create(String name) throws IOException {
        checkPower();
        return files.putIfAbsent(name, new File(new Bytes(), null)) == null;
    }

    synchronized List<String> names() {
        return List.copyOf(files.keySet());
    }

    synchronized void delete(String name) {
        files.remove(name);
    }

    synchronized void move(String from, String to) {
        File moved = files.remove(from);
        if (moved != null) {
            files.put(to, moved);
        }
    }

    synchronized int size(String name) {
        File file = files.get(name);
        return file == null ? 0 : file.seen.size();
    }

    synchronized int read(String name, int at, ByteBuffer into) throws IOException {
        checkPower();
        return file(name).seen.read(at, into);
    }

    synchronized void write(String name, int at, byte[] bytes) throws IOException {
        change(file(name), new Op(at, bytes));
    }

    synchronized void truncate(String name, int size) throws IOException {
        change(file(name), new Op(size, null));
    }

    private void change(File file, Op op) throws IOException {
        checkPower();
        boolean fails = step();
        if (off) {
            // It was on its way.
            file.waiting.add(op);
            throw new IOException("the power is off");
        }
        if (fails && error == Failure.FAILS_HALFWAY && op.bytes != null) {
            Op half = new Op(op.at, java.util.Arrays.copyOf(op.bytes, op.bytes.length / 2));
            half.apply(file.seen);
            file.waiting.add(half);
        }
        if (fails) {
            throw new IOException("No space left on device");
        }
        op.apply(file.seen);
        file.waiting.add(op);
    }

    synchronized void sync(String name) throws IOException {
        checkPower();
        File file = file(name);
        boolean fails = step();
        if (off) {
            throw new IOException("the power is off");
        }
        if (fails) {
            throw new IOException("Input/output error");
        }
        Bytes synced = file.synced == null ? new Bytes() : file.synced;
        file.waiting.forEach(op -> op.apply(synced));
        file.waiting.clear();
        file.synced = synced;
    }

    private boolean step() {
        steps++;
        off = steps >= cutAt;
        boolean fails = steps >= failFrom && steps < failTo;
        failed |= fails;
        return fails;
    }

    private void checkPower() throws IOException {
        if (off) {
            throw new IOException("the power is off");
        }
    }

    private File file(String name) throws IOException {
        File file = files.get(name);
        if (file == null) {
            throw new java.io.FileNotFoundException(name);
        }
        return file;
    }

    /** Changes what is there between two openings; the change is synced. */
    synchronized void rewrite(
            String name, int size, java.util.function.UnaryOperator<byte[]> with) {
        File file = files.get(name);
        if (file != null && file.synced != null && file.seen.size() >= size) {
            byte[] changed = with.apply(file.seen.range(0, size));
            file.seen.write(0, changed);
            file.synced.write(0, changed);
        }
    }
}
