package muster.server.cli;

import java.io.Console;
import java.util.Optional;

/// Whether somebody watches standard error on a terminal. The launcher knows; Java can only ask about all
/// three streams at once.
final class Terminal {
    private static final String TOLD = "muster.terminal";

    private Terminal() {}

    static boolean isWatched() {
        String told = System.getProperty(TOLD);
        return told == null
                ? Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)
                : Boolean.parseBoolean(told);
    }
}
