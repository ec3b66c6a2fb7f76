package muster.server.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import muster.server.Instance;
import muster.server.console.Desk.DeskProblem;
import org.jspecify.annotations.Nullable;

/// A data directory and its keys for a demonstration or a drill: gone afterwards, unless somebody named one.
///
/// @param folder what goes; absent: nothing
record ThrowAway(Path data, Path keys, @Nullable Path folder) implements AutoCloseable {

    /// @param data named by somebody who wants to keep it
    static ThrowAway unless(@Nullable Path data) {
        if (data != null) {
            Path kept = data.toAbsolutePath().normalize();
            return new ThrowAway(kept, DataOption.keysOf(kept), null);
        }
        try {
            Path folder = Files.createTempDirectory("muster-");
            return new ThrowAway(folder.resolve("data"), folder.resolve("keys"), folder);
        } catch (IOException e) {
            throw new DeskProblem("No temporary directory can be made: " + Instance.words(e), e);
        }
    }

    boolean isKept() {
        return folder == null;
    }

    @Override
    public void close() {
        if (folder != null) {
            try {
                Files.walkFileTree(folder, new Removing());
            } catch (IOException e) {
                throw new DeskProblem(folder + " cannot be removed: " + Instance.words(e), e);
            }
        }
    }

    private static final class Removing extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException wrong) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
