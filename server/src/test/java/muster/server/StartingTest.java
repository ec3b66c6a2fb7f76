package muster.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StartingTest {
    @TempDir
    private Path folder;

    private void refuses(AHost.Said said, String words) {
        assertThat(said.err()).startsWith("muster: ").contains(words).hasLineCount(1);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void the_first_start_prints_a_way_in_and_later_ones_do_not() {
        try (AHost host = AHost.on(folder)) {
            AHost.Said first = host.muster("serve", "--port", "0", "--until-ready");
            assertThat(first.code()).as(first.err()).isZero();
            assertThat(first.out())
                    .contains("Muster is ready at http://localhost:")
                    .contains("/sign-in/link/");
            assertThat(host.muster("serve", "--port", "0", "--until-ready").out())
                    .doesNotContain("/sign-in/link/");
        }
    }

    @Test
    void a_second_server_on_the_same_directory_is_refused() {
        try (AHost host = AHost.on(folder)) {
            host.start();
            refuses(host.muster("serve", "--port", "0"), "Another Muster holds the data directory " + host.data);
        }
    }

    @Test
    void a_port_that_is_taken_is_named() throws IOException {
        try (AHost host = AHost.on(folder);
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            refuses(
                    host.muster("serve", "--port", String.valueOf(taken.getLocalPort())),
                    "Port " + taken.getLocalPort() + " of localhost cannot be listened on");
        }
    }

    @Test
    void an_unknown_key_of_the_configuration_is_named_with_its_line() throws IOException {
        Path config = Files.writeString(folder.resolve("muster.yaml"), "port: 0\nprot: 8080\n");
        try (AHost host = AHost.on(folder)) {
            AHost.Said said = host.muster("serve", "--config", config.toString());
            refuses(said, "muster.yaml:2");
            assertThat(said.err()).contains("prot");
            assertThat(host.data).doesNotExist();
        }
    }

    @Test
    void the_configuration_that_it_writes_is_one_that_it_reads() throws IOException {
        Path config = folder.resolve("muster.yaml");
        try (AHost host = AHost.on(folder)) {
            assertThat(host.muster("serve", "--init-config", config.toString()).code())
                    .isZero();
            refuses(host.muster("serve", "--init-config", config.toString()), "is there already");
            assertThat(host.muster("serve", "--config", config.toString(), "--port", "0", "--until-ready")
                            .code())
                    .isZero();
        }
    }

    @Test
    void plain_http_is_for_this_machine_only() throws IOException {
        Path config = Files.writeString(folder.resolve("muster.yaml"), "host: 0.0.0.0\n");
        try (AHost host = AHost.on(folder)) {
            refuses(host.muster("serve", "--config", config.toString()), "Plain HTTP is for loopback only");
        }
    }

    @Test
    void a_keystore_that_cannot_be_used_is_named() throws IOException {
        Path config = Files.writeString(
                folder.resolve("muster.yaml"),
                "keystore: " + folder + "/none.p12\nkeystorePasswordFile: " + folder + "/password\n");
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        try (AHost host = AHost.on(folder)) {
            Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
            refuses(host.muster("serve", "--config", config.toString()), "can be read by others");
            Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
            refuses(host.muster("serve", "--config", config.toString()), "There is no file " + folder + "/none.p12");
            Files.writeString(folder.resolve("none.p12"), "not a keystore");
            refuses(host.muster("serve", "--config", config.toString()), "none.p12 cannot be used");
        }
    }

    @Test
    void a_damaged_record_is_not_served() throws IOException {
        try (AHost host = AHost.on(folder)) {
            host.opened().close();
            Files.writeString(host.data.resolve("journal.db"), "this was a journal once, and then something happened");
            refuses(host.muster("serve", "--port", "0"), host.data + "/journal.db is damaged");
        }
    }

    @Test
    void without_its_keys_a_record_is_not_continued() throws IOException {
        try (AHost host = AHost.on(folder);
                AHost other = AHost.on(folder.resolve("other"))) {
            host.opened().close();
            Files.createDirectories(folder.resolve("other"));
            other.opened().close();
            refuses(
                    host.muster("serve", "--port", "0", "--keys", other.keys.toString()),
                    "The keys that were given are not those of the record");
            Files.move(host.keys, folder.resolve("away"));
            refuses(host.muster("serve", "--port", "0"), "put them back");
            assertThat(host.keys).doesNotExist();
        }
    }

    @Test
    void a_directory_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        refuses(AHost.say("serve", "--port", "0", "--data", file + "/data"), file.toString());
    }

    @Test
    void wrong_usage_is_64() {
        assertThat(AHost.say("serve", "--port", "70000").code()).isEqualTo(64);
        assertThat(AHost.say("serve", "--port", "many").code()).isEqualTo(64);
        assertThat(AHost.say("verify").code()).isEqualTo(64);
        assertThat(AHost.say("token", "dana", "--ttl", "for ever").code()).isEqualTo(64);
        assertThat(AHost.say("drill", "small", "--speed", "0").code()).isEqualTo(64);
        assertThat(AHost.say("person").code()).isEqualTo(64);
        assertThat(AHost.say("export").err()).contains("muster export --help");
    }
}
