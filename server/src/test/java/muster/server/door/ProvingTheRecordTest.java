package muster.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import muster.ledger.Hash;
import muster.ledger.Merkle;
import muster.server.AServer;
import muster.server.Web;
import muster.testing.Actors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Whoever trusts nobody gets what a proof needs, and computes it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvingTheRecordTest {
    private final AServer server = AServer.running();
    private final String crisis = "/api/crises/" + server.crisis("Blackbird");

    @AfterAll
    void stop() {
        server.close();
    }

    private static List<Hash> hashes(Web.Reply reply) {
        return reply.json()
                .at("/hashes")
                .valueStream()
                .map(JsonNode::asString)
                .map(Hash::fromBase64)
                .toList();
    }

    private Hash root(String checkpoint) {
        return Hash.fromBase64(checkpoint.lines().toList().get(2));
    }

    private long size(String checkpoint) {
        return Long.parseLong(checkpoint.lines().toList().get(1));
    }

    @Test
    void an_entry_is_in_the_tree_of_the_checkpoint() {
        String checkpoint = server.as("dana").get(crisis + "/checkpoint").body();
        long size = size(checkpoint);
        Web.Reply proof = server.as("dana").get(crisis + "/proof/inclusion?seq=1&size=" + size);
        byte[] header = server.as("dana")
                .get(crisis + "/history?from=1&limit=1")
                .at("/entries/0/header")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(Merkle.verifyInclusion(1, size, Merkle.leaf(header), hashes(proof), root(checkpoint)))
                .isTrue();
        assertThat(Merkle.verifyInclusion(0, size, Merkle.leaf(header), hashes(proof), root(checkpoint)))
                .isFalse();
    }

    @Test
    void an_old_checkpoint_is_the_beginning_of_a_new_one() {
        String old = server.as("dana").get("/api/organisation/checkpoint").body();
        server.crisis("Nightjar");
        String now = server.as("dana").get("/api/organisation/checkpoint").body();

        Web.Reply proof =
                server.as("dana").get("/api/organisation/proof/consistency?from=" + size(old) + "&to=" + size(now));

        assertThat(size(now)).isGreaterThan(size(old));
        assertThat(Merkle.verifyConsistency(size(old), size(now), hashes(proof), root(old), root(now)))
                .isTrue();
    }

    @Test
    void the_public_keys_are_those_of_the_streams_one_may_know_of() {
        Web.Reply dana = server.as("dana").get("/api/keys");
        Web.Reply judith = server.as("judith").get("/api/keys");

        assertThat(dana.body()).contains(Actors.id("Blackbird").text()).contains("\"organisation\"");
        assertThat(judith.json().at("/keys")).hasSize(1);
        assertThat(judith.at("/keys/0/stream")).isEqualTo("organisation");
    }

    @Test
    void nothing_is_proved_to_strangers() {
        for (String what : List.of("/checkpoint", "/proof/inclusion?seq=1", "/proof/consistency?from=1", "/history")) {
            assertThat(server.as("judith").get(crisis + what).status()).isEqualTo(404);
            assertThat(server.anybody().get(crisis + what).status()).isEqualTo(401);
        }
        assertThat(server.anybody().get("/api/keys").status()).isEqualTo(401);
    }
}
