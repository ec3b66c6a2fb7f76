package muster.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What all measurements can be told: where to write, and how to say what was found.
final class Output {
    @Option(names = "--json", description = "Say it as JSON.")
    private boolean json;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where to write; the file system counts. The system's temporary directory unless given.")
    private @Nullable Path directory;

    private Path parent() {
        return directory == null ? Path.of(System.getProperty("java.io.tmpdir")) : directory;
    }

    /// This machine, before it is worked on.
    Machine machine() {
        return Machine.here(parent());
    }

    /// A new directory that is gone afterwards.
    Scratch scratch() {
        return scratch(parent());
    }

    static Scratch scratch(Path parent) {
        try {
            Files.createDirectories(parent);
            return new Scratch(Files.createTempDirectory(parent, "muster-bench"));
        } catch (IOException e) {
            throw new UncheckedIOException("nothing can be written in " + parent, e);
        }
    }

    void print(Sheet sheet) {
        System.out.println(json ? sheet.json() : sheet.text());
        System.out.flush();
    }

    /// A directory for as long as a measurement takes.
    record Scratch(Path path) implements AutoCloseable {
        Path data() {
            return path.resolve("data");
        }

        @Override
        public void close() {
            try {
                Files.walkFileTree(path, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path each, @Nullable IOException wrong)
                            throws IOException {
                        Files.delete(each);
                        return FileVisitResult.CONTINUE;
                    }
                });
            } catch (IOException e) {
                System.err.println("left behind: " + path + " (" + e.getMessage() + ")");
            }
        }
    }
}
