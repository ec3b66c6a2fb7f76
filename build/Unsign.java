import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/// Takes the signatures out of the jars of a folder. Maven has checked what it downloaded; to check it again, class by class,
/// in every start costs a third of the start, and the JVM keeps no class of a signed jar in its cache.
final class Unsign {
    private Unsign() {}

    public static void main(String... args) throws IOException {
        for (String arg : args) {
            Path jar = Path.of(arg);
            try (JarFile signed = new JarFile(jar.toFile(), false)) {
                if (signed.stream().anyMatch(Unsign::isSignature)) {
                    Path bare = jar.resolveSibling(jar.getFileName() + ".bare");
                    copy(signed, bare);
                    Files.move(bare, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
    }

    private static boolean isSignature(ZipEntry entry) {
        return entry.getName().matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    private static void copy(JarFile from, Path to) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.putAll(from.getManifest().getMainAttributes());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(to), manifest)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                if (!isSignature(entry) && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream in = from.getInputStream(entry)) {
                        in.transferTo(out);
                    }
                    out.closeEntry();
                }
            }
        }
    }
}
