import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/// Makes the jars of a folder fit for the JVM's cache, which keeps no class of a signed jar and none that was compiled for
/// Java 5. Takes the signatures out: Maven has checked what it downloaded, and to check it again, class by class, in every
/// start costs a third of the start. Gives old classes the stack maps that newer ones have: to read the command line with
/// them costs another third.
final class Prepare {
    /// Java 8: the oldest whose classes the cache takes without a second thought.
    private static final int NEW_ENOUGH = ClassFile.JAVA_8_VERSION;

    private static final int MAJOR_VERSION_AT = 6;

    private Prepare() {}

    public static void main(String... args) throws IOException {
        for (String arg : args) {
            Path jar = Path.of(arg);
            try (JarFile given = new JarFile(jar.toFile(), false)) {
                if (given.stream().anyMatch(Prepare::isSignature) || isOld(given)) {
                    Path prepared = jar.resolveSibling(jar.getFileName() + ".prepared");
                    copy(given, prepared);
                    Files.move(prepared, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
    }

    private static boolean isSignature(ZipEntry entry) {
        return entry.getName().matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    private static boolean isClass(ZipEntry entry) {
        return entry.getName().endsWith(".class") && !entry.getName().endsWith("module-info.class");
    }

    /// All classes of a jar are as old as its first.
    private static boolean isOld(JarFile jar) throws IOException {
        for (ZipEntry entry : Collections.list(jar.entries())) {
            if (isClass(entry)) {
                try (InputStream in = jar.getInputStream(entry)) {
                    return isOld(in.readNBytes(MAJOR_VERSION_AT + 2));
                }
            }
        }
        return false;
    }

    private static boolean isOld(byte[] bytes) {
        return ((bytes[MAJOR_VERSION_AT] & 0xff) << 8 | bytes[MAJOR_VERSION_AT + 1] & 0xff) < ClassFile.JAVA_6_VERSION;
    }

    private static void copy(JarFile from, Path to) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        if (from.getManifest() != null) {
            main.putAll(from.getManifest().getMainAttributes());
        }
        main.putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (URLClassLoader classes = new URLClassLoader(new URL[] {Path.of(from.getName()).toUri().toURL()});
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(to), manifest)) {
            ClassFile reader = ClassFile.of(
                    ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes)
                            .orElse(ClassHierarchyResolver.defaultResolver())));
            for (ZipEntry entry : Collections.list(from.entries())) {
                if (!isSignature(entry) && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream in = from.getInputStream(entry)) {
                        byte[] bytes = in.readAllBytes();
                        out.write(isClass(entry) && isOld(bytes) ? renewed(reader, bytes) : bytes);
                    }
                    out.closeEntry();
                }
            }
        }
    }

    private static byte[] renewed(ClassFile reader, byte[] bytes) {
        // every body is written anew, else it would be copied as it is
        ClassTransform anew = ClassTransform.transformingMethodBodies((body, each) -> body.with(each));
        return reader.transformClass(
                reader.parse(bytes), anew.andThen(ClassTransform.endHandler(to -> to.withVersion(NEW_ENOUGH, 0))));
    }
}
