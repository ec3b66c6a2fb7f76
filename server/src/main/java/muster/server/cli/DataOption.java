package muster.server.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which data directory a command is about.
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data directory; ${DEFAULT-VALUE} unless given.",
            defaultValue = "muster-data")
    private Path data = Path.of("muster-data");

    @Option(names = "--keys", paramLabel = "DIR", description = "Where the keys lie; DIR.keys unless given.")
    private @Nullable Path keys;

    Path data() {
        return data.toAbsolutePath().normalize();
    }

    Path keys() {
        return Optional.ofNullable(keys).orElseGet(() -> keysOf(data()));
    }

    /// Keys lie beside the data, not in it, so that copies of the data can travel.
    static Path keysOf(Path data) {
        return data.resolveSibling(data.getFileName() + ".keys");
    }
}
