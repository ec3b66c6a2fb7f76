package muster.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The machine that figures were measured on: without it they mean nothing.
///
/// @param memory bytes
/// @param files type of the file system that was written to
/// @param load average of the last minute, negative where the system does not tell; above 0.5 or so when a
///     measurement begins, somebody else works here too
record Machine(String cpu, int cores, long memory, String system, String jdk, String files, double load) {
    private static final Path CPUS = Path.of("/proc/cpuinfo");

    /// This machine now.
    ///
    /// @param directory where is written
    static Machine here(Path directory) {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return new Machine(
                model(),
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                files(directory),
                system.getSystemLoadAverage());
    }

    private static String model() {
        if (!Files.isReadable(CPUS)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(CPUS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException | UncheckedIOException unreadable) {
            return System.getProperty("os.arch");
        }
    }

    static String files(Path directory) {
        try {
            return Files.getFileStore(directory).type();
        } catch (IOException unknown) {
            return "unknown";
        }
    }

    String text() {
        return "%s, %d cores, %.1f GB; %s; %s; %s; load %.2f"
                .formatted(cpu, cores, memory / 1e9, system, jdk, files, load);
    }
}
