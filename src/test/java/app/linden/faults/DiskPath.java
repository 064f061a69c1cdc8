package app.linden.faults;

import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.h2.store.fs.FilePath;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** H2's way to a {@link Disk}: the scheme {@code cut:} before the path of a folder. Thread-safe. */
public final class DiskPath extends FilePath {
    static final String SCHEME = "cut";

    private static final Map<String, Disk> DISKS = new ConcurrentHashMap<>();

    /** H2 makes one itself. */
    public DiskPath() {}

    private DiskPath(String name) {
        this.name = name;
    }

    /** From now on files in a folder are on that disk. */
    static void mount(Path folder, Disk disk) {
        FilePath.register(new DiskPath());
        DISKS.put(folder.toAbsolutePath().toString(), disk);
    }

    static void unmount(Path folder) {
        DISKS.remove(folder.toAbsolutePath().toString());
    }

    private String path() {
        return name.substring(SCHEME.length() + 1);
    }

    private String folder() {
        return path().substring(0, path().lastIndexOf('/'));
    }

    private String file() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    private boolean isFolder() {
        return DISKS.containsKey(path());
    }

    private Disk disk() {
        Disk disk = DISKS.get(folder());
        if (disk == null) {
            throw DbException.get(ErrorCode.FILE_NOT_FOUND_1, name);
        }
        return disk;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public DiskPath getPath(String path) {
        return new DiskPath(path);
    }

    @Override
    public long size() {
        return disk().size(file());
    }

    @Override
    public void moveTo(FilePath to, boolean atomic) {
        disk().move(file(), ((DiskPath) to).file());
    }

    @Override
    public boolean createFile() {
        try {
            return disk().create(file());
        } catch (IOException e) {
            throw DbException.convertIOException(e, name);
        }
    }

    @Override
    public boolean exists() {
        return isFolder() || (DISKS.containsKey(folder()) && disk().exists(file()));
    }

    @Override
    public void delete() {
        disk().delete(file());
    }

    @Override
    public List<FilePath> newDirectoryStream() {
        Disk disk = DISKS.get(path());
        List<FilePath> files = new ArrayList<>();
        if (disk != null) {
            disk.names().forEach(n -> files.add(getPath(name + "/" + n)));
        }
        return files;
    }

    @Override
    public DiskPath toRealPath() {
        return this;
    }

    @Override
    public DiskPath getParent() {
        return getPath(SCHEME + ":" + folder());
    }

    @Override
    public boolean isDirectory() {
        return isFolder();
    }

    @Override
    public boolean isRegularFile() {
        return !isFolder() && exists();
    }

    @Override
    public boolean isAbsolute() {
        return true;
    }

    @Override
    public long lastModified() {
        return 0;
    }

    @Override
    public boolean canWrite() {
        return true;
    }

    @Override
    public void createDirectory() {
        // A folder is there when a disk is mounted.
    }

    @Override
    public boolean setReadOnly() {
        return false;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        Disk disk = disk();
        if (!mode.equals("r")) {
            disk.create(file());
        }
        return new DiskChannel(disk, file());
    }
}
