package muster.server.config;

import java.nio.file.Path;
import java.util.Optional;
import muster.server.library.Says;
import muster.server.library.Yaml;

/// How an instance is to run. What the command line says wins.
public record Config(
        @Says("The name of the log, chosen once: every checkpoint bears it.")
        Optional<String> name,

        @Says("The address to listen on: loopback unless TLS is set up or a proxy does it.")
        Optional<String> host,

        @Says("The port to listen on.") Optional<Integer> port,

        @Says("Where browsers find Muster: https://muster.example")
        Optional<String> origin,

        @Says("PKCS#12 file with the certificate and its key.")
        Optional<String> keystore,

        @Says("File with the password of the keystore, one line.")
        Optional<String> keystorePasswordFile,

        @Says("Whether a proxy in front does TLS; then the host may be another than loopback.")
        Optional<Boolean> behindProxy) {

    /// All defaults.
    public static final Config DEFAULTS = new Config(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /// What `--init-config` writes.
    public static final String TEMPLATE = """
            # Configuration of Muster. Every key may be left out; an unknown key is refused by name.
            # Take away the # before a key to set it.

            # The name of the log, chosen once: every checkpoint bears it, and it outlives the host's own name.
            #name: acme.example/muster

            # The address and port to listen on. Anything but loopback needs TLS (keystore), or a proxy that does it.
            #host: localhost
            #port: 8080

            # Where browsers find Muster. Sign-in links and the check against foreign sites depend on it.
            #origin: https://muster.acme.example

            # TLS: a PKCS#12 file with the certificate and its key, and a file (mode 0600) with its password on one line.
            #keystore: /etc/muster/muster.p12
            #keystorePasswordFile: /etc/muster/muster.p12.password

            # true where a proxy on another address does TLS in front of Muster.
            #behindProxy: false
            """;

    /// @throws muster.server.library.BadFile naming file, line and field
    public static Config read(Path file) {
        String text = Yaml.text(file);
        boolean saysNothing = text.lines().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("#"));
        return saysNothing ? DEFAULTS : Yaml.read(file.toString(), text, Config.class);
    }
}
