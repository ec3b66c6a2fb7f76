package muster.server.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import muster.kernel.Catalogue;
import muster.kernel.Fold;

/// Which Muster this is: a digest over the files its features, the kernel and the server were loaded from.
final class Build {
    private Build() {}

    /// Another one for every change of any class that could have to do with a fold, and for another Java.
    ///
    /// @throws UncheckedIOException if the program's own files cannot be read
    static String of(Catalogue catalogue) {
        TreeSet<Path> places = new TreeSet<>();
        Stream.concat(
                        Stream.of(Fold.class, Build.class),
                        catalogue.features().stream().map(Object::getClass))
                .forEach(type -> places.add(place(type)));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
            for (Path place : places) {
                for (Path file : files(place)) {
                    // a name, too: what was one class is another under another
                    digest.update(place.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own files cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static Path place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program does not know where it lies", e);
        }
    }

    /// A jar is one file, a folder of classes many.
    private static List<Path> files(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
