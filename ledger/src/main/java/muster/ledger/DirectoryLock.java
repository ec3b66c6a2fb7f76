package muster.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// One process writes to a data directory: it holds the lock on the file `lock` in it. The operating system lets
/// go of it when the process ends, however it ends.
public final class DirectoryLock implements AutoCloseable {
    /// The file, always empty.
    static final String FILE = "lock";

    /// What this process holds: on POSIX, closing any channel on a file lets go of all of the process's locks on
    /// it, so a file that is held here must not even be opened again.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Takes the lock; empty if somebody has it, in this process or another.
    public static Optional<DirectoryLock> take(Path directory) throws IOException {
        Path file = directory.toRealPath().resolve(FILE);
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            taken = lock != null;
            return taken ? Optional.of(new DirectoryLock(file, channel)) : Optional.empty();
        } finally {
            if (!taken) {
                if (channel != null) {
                    channel.close();
                }
                HELD.remove(file);
            }
        }
    }

    /// Whether somebody has the lock.
    public static boolean isHeld(Path directory) throws IOException {
        if (!Files.exists(directory.resolve(FILE))) {
            return false;
        }
        Optional<DirectoryLock> taken = take(directory);
        if (taken.isPresent()) {
            taken.get().close();
        }
        return taken.isEmpty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(file);
    }
}
