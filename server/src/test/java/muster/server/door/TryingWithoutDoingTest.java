package muster.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import muster.kernel.StreamId;
import muster.server.AServer;
import muster.server.Web;
import muster.testing.Actors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TryingWithoutDoingTest {
    private final AServer server = AServer.running();
    private final String id = server.crisis("Blackbird");
    private final String crisis = "/api/crises/" + id;

    @AfterAll
    void stop() {
        server.close();
    }

    private Web.Reply ask(String name, String questions) {
        return server.as(name).post(crisis + "/dry", "application/json", questions);
    }

    private long size() {
        return server.engine.published(new StreamId(id)).fold().size();
    }

    @Test
    void screens_learn_what_somebody_may_do_without_doing_it() {
        long before = size();
        String questions = """
                [{"type":"crises.classify","command":{"severity":"sev-3"}},
                 {"type":"crises.classify","command":{"severity":"sev-1"}},
                 {"type":"tasks.accept","command":{"task":"%s"}}]""".formatted(Actors.id("no task"));

        Web.Reply lead = ask("dana", questions);
        Web.Reply engineer = ask("kenji", questions);

        assertThat(lead.status()).isEqualTo(200);
        assertThat(lead.json().at("/seq").asLong()).isEqualTo(before - 1);
        assertThat(lead.at("/answers/0/outcome")).isEqualTo("permitted");
        assertThat(lead.at("/answers/1/outcome")).isEqualTo("refused");
        assertThat(lead.at("/answers/1/code")).isNotEmpty();
        assertThat(lead.at("/answers/1/words")).isNotEmpty();
        assertThat(lead.at("/answers/2/outcome")).isEqualTo("unseen");
        assertThat(engineer.at("/answers/0/outcome")).isEqualTo("forbidden");
        assertThat(engineer.json().at("/answers/0/whoCan").valueStream().map(each -> each.asString()))
                .contains(Actors.id("dana").text());
        assertThat(size()).isEqualTo(before);
    }

    @Test
    void only_words_may_be_left_out() {
        Web.Reply reply = ask(
                "dana", "[{\"type\":\"crises.classify\",\"command\":{}},{\"type\":\"tasks.accept\",\"command\":{}}]");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/field")).isEqualTo("[1].command.task");
    }

    @Test
    void it_is_read_as_strictly_as_a_command() {
        assertThat(ask("dana", "{}").status()).isEqualTo(422);
        assertThat(ask("dana", "[{\"type\":\"crises.classify\"}]").at("/field")).isEqualTo("[0].command");
        assertThat(ask("dana", "[{\"type\":\"crises.classify\",\"command\":{\"x\":1}}]")
                        .at("/field"))
                .isEqualTo("[0].command.x");
        assertThat(ask("dana", "[{\"type\":\"crises.conquer\",\"command\":{}}]").at("/code"))
                .isEqualTo("unknown-command");
        assertThat(ask("dana", "[" + "{},".repeat(100) + "{}]").status()).isEqualTo(422);
    }

    @Test
    void whoever_takes_no_part_learns_nothing() {
        assertThat(ask("judith", "[]").status()).isEqualTo(404);
    }
}
