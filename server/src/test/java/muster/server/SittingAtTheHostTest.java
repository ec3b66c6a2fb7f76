package muster.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import muster.kernel.Actor;
import muster.kernel.Event;
import muster.kernel.Recorded;
import muster.kernel.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SittingAtTheHostTest {
    @TempDir
    private Path folder;

    @Test
    void while_the_server_runs_it_is_asked() {
        try (AHost host = AHost.on(folder)) {
            host.start();
            AHost.Said added =
                    host.muster("person", "add", "Dana Weiss", "--handle", "dana", "--zone", "Europe/Berlin");
            assertThat(added.err()).isEmpty();
            assertThat(added.code()).isZero();

            String token = host.muster("token", "DANA").lastWord();
            assertThat(host.with(token).get("/api/crises").status()).isEqualTo(200);
            assertThat(host.with(token + "x").get("/api/crises").status()).isEqualTo(401);
            assertThat(host.muster("person", "list").out())
                    .contains(added.lastWord() + "  dana  Dana Weiss  Europe/Berlin");
            assertThat(host.muster("link", "dana").lastWord()).startsWith("http://muster.test/sign-in/link/");
        }
    }

    @Test
    void what_was_done_while_no_server_ran_holds_when_it_does() {
        try (AHost host = AHost.on(folder)) {
            host.opened().close();
            host.muster("person", "add", "Dana Weiss", "--handle", "dana");
            String token = host.muster("token", "dana", "--ttl", "30m").lastWord();
            host.start();
            assertThat(host.with(token).get("/api/crises").status()).isEqualTo(200);
        }
    }

    @Test
    void each_use_is_an_entry_of_the_record() {
        try (AHost host = AHost.on(folder)) {
            Instance instance = host.start();
            host.muster("person", "add", "Dana Weiss", "--handle", "dana");
            host.muster("token", "dana");
            host.muster("link", "dana");
            List<Recorded<Event>> entries = instance.engine().read(StreamId.ORGANISATION, 1, 100);
            assertThat(entries)
                    .extracting(Recorded::type)
                    .containsExactly("people.added", "people.session-opened", "people.link-issued");
            assertThat(entries)
                    .extracting(Recorded::actor)
                    .containsExactly(
                            new Actor.Operator("person"), new Actor.Operator("token"), new Actor.Operator("link"));
        }
    }

    @Test
    void somebody_removed_cannot_come_in_any_more() {
        try (AHost host = AHost.on(folder)) {
            host.start();
            host.muster("person", "add", "Dana Weiss", "--handle", "dana");
            String token = host.muster("token", "dana").lastWord();
            assertThat(host.muster("person", "remove", "dana", "--reason", "Left the company.")
                            .code())
                    .isZero();
            assertThat(host.with(token).get("/api/crises").status()).isEqualTo(401);
            AHost.Said refused = host.muster("token", "dana");
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).hasLineCount(1).contains("Nobody is known as dana");
        }
    }

    @Test
    void a_refusal_is_one_sentence() {
        try (AHost host = AHost.on(folder)) {
            host.start();
            host.muster("person", "add", "Dana Weiss", "--handle", "dana");
            AHost.Said twice = host.muster("person", "add", "Dana Wise", "--handle", "dana");
            assertThat(twice.code()).isEqualTo(1);
            assertThat(twice.err()).startsWith("muster: ").hasLineCount(1);
            assertThat(host.muster("token", "nobody").err()).contains("Nobody is known as nobody");
        }
    }

    @Test
    void who_has_the_host_learns_that_there_is_a_crisis_and_no_word_of_it() throws Exception {
        try (AHost host = AHost.organised(folder)) {
            Instance instance = host.start();
            StreamId crisis = host.opensCrisis(instance, "Blackbird");
            assertThat(host.muster("export", "--list").out()).isEqualTo(crisis + "  C-1  crisis  open\n");
        }
    }

    @Test
    void a_socket_is_for_its_owner_alone() throws Exception {
        try (AHost host = AHost.on(folder)) {
            host.start();
            assertThat(Files.getPosixFilePermissions(host.data.resolve("console")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            host.stop();
            assertThat(host.data.resolve("console")).doesNotExist();
        }
    }

    @Test
    void where_the_path_is_too_long_for_a_socket_it_is_elsewhere() throws Exception {
        Path deep = folder;
        for (int i = 0; i < 4; i++) {
            deep = deep.resolve("a-directory-with-quite-a-long-name");
        }
        Files.createDirectories(deep);
        try (AHost host = AHost.on(deep)) {
            host.start();
            Path socket = Files.readSymbolicLink(host.data.resolve("console"));
            assertThat(host.muster("person", "add", "Dana Weiss", "--handle", "dana")
                            .code())
                    .isZero();
            host.stop();
            assertThat(socket.getParent()).doesNotExist();
        }
    }

    @Test
    void a_dead_servers_socket_is_in_nobodys_way() throws Exception {
        try (AHost host = AHost.on(folder)) {
            host.opened().close();
            try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                dead.bind(UnixDomainSocketAddress.of(host.data.resolve("console")));
            }
            assertThat(host.muster("person", "add", "Dana Weiss", "--handle", "dana")
                            .err())
                    .isEmpty();
            host.start();
            assertThat(host.muster("person", "list").out()).contains("Dana Weiss");
        }
    }

    @Test
    void without_a_record_there_is_nobody_to_ask() {
        try (AHost host = AHost.on(folder)) {
            AHost.Said said = host.muster("person", "list");
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err())
                    .contains("There is no record in " + host.data)
                    .hasLineCount(1);
            assertThat(host.data).doesNotExist();
        }
    }
}
