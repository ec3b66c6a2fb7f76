package muster.server.screens;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The files of the screens as the build left them on the class path, each read when it is first asked for and kept
/// from then on. A build may have left them out. Thread-safe.
public final class Screens {
    /// The list that the build writes: a line for each file, its path and the codings there are of it.
    private static final String LIST = "files.txt";

    private final String folder;
    private final Map<String, List<String>> files;
    private final Map<String, ScreenFile> read = new ConcurrentHashMap<>();

    private Screens(String folder, Map<String, List<String>> files) {
        this.folder = folder;
        this.files = Map.copyOf(files);
    }

    /// Those that this server was built with.
    public static Screens shipped() {
        return in("muster/web/");
    }

    public static Screens none() {
        return new Screens("", Map.of());
    }

    /// Those in a folder of the class path; none if there is no list of them.
    ///
    /// @param folder ends with a slash
    public static Screens in(String folder) {
        byte[] list = bytes(folder + LIST);
        if (list == null) {
            return none();
        }
        Map<String, List<String>> files = new HashMap<>();
        for (String line : new String(list, StandardCharsets.UTF_8).lines().toList()) {
            List<String> words = List.of(line.split(" ", -1));
            files.put(words.getFirst(), words.subList(1, words.size()));
        }
        return new Screens(folder, files);
    }

    /// Whether the server was built with any.
    public boolean arePresent() {
        return files.containsKey("index.html");
    }

    /// A file by its path: `assets/main-4f2a.js`.
    Optional<ScreenFile> file(String path) {
        return Optional.ofNullable(files.get(path))
                .map(codings -> read.computeIfAbsent(path, key -> read(key, codings)));
    }

    private ScreenFile read(String path, List<String> codings) {
        List<ScreenFile.Coded> all = new ArrayList<>();
        for (String coding : codings) {
            all.add(new ScreenFile.Coded(coding, there(path + "." + ending(coding))));
        }
        all.add(new ScreenFile.Coded(ScreenFile.PLAIN, there(path)));
        return new ScreenFile(path, all);
    }

    private static String ending(String coding) {
        return coding.equals("gzip") ? "gz" : coding;
    }

    private byte[] there(String path) {
        byte[] bytes = bytes(folder + path);
        if (bytes == null) {
            throw new IllegalStateException(path + " is on the list of the screens but not in the build");
        }
        return bytes;
    }

    private static byte @Nullable [] bytes(String resource) {
        try (InputStream in = Screens.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
