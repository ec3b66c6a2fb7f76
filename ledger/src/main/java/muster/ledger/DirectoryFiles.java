package muster.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Looks for files in a data directory that do not belong there.
final class DirectoryFiles {
    private DirectoryFiles() {}

    /// What is wrong, in words, in order of the names.
    static List<Finding> findings(Path directory) throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                if (!belongs(file, String.valueOf(file.getFileName()))) {
                    findings.add(Finding.whole(file.getFileName() + " does not belong here"));
                }
            }
        }
        return findings;
    }

    private static boolean belongs(Path file, String name) throws IOException {
        boolean regular = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        boolean folder = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
        return switch (name) {
            case DataDirectory.JOURNAL, DataDirectory.JOURNAL + "-wal", DataDirectory.JOURNAL + "-shm" -> regular;
            case DirectoryLock.FILE -> regular && Files.size(file) == 0;
            // a Unix socket is neither
            case "console" -> !regular && !folder && !Files.isSymbolicLink(file);
            case "cache" -> folder;
            default -> false;
        };
    }
}
