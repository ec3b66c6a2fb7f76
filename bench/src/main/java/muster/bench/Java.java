package muster.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Other processes of this Java, with this program in them.
final class Java {
    private Java() {}

    /// Starts a measurement's other half.
    static Process start(List<String> options, String... arguments) throws IOException {
        List<String> command = command(options, Main.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static List<String> command(List<String> options, String main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-XX:+UseCompactObjectHeaders");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        return command;
    }
}
