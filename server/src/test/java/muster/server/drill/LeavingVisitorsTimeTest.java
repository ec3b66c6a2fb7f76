package muster.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Entropy;
import muster.kernel.Id;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class LeavingVisitorsTimeTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final Id maren = Entropy.ofMachine().id();
    private final Id priya = Entropy.ofMachine().id();
    private final Courtesy courtesy = new Courtesy(maren::equals);

    private static ObjectNode card() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", Entropy.ofMachine().id().text());
    }

    private static Sight offered(ObjectNode task, Id to) {
        task.put("state", "offered").put("since", "2026-05-04T08:00:00Z");
        task.putObject("offer").put("to", to.text());
        return new Sight(1, List.of(new Card(task)), List.of(), List.of(), Optional.empty());
    }

    private static Sight asked(ObjectNode question, int wording, Id of) {
        question.put("status", "waiting").put("wording", wording);
        question.putArray("waitingFor").add(of.text());
        return new Sight(1, List.of(), List.of(new Card(question)), List.of(), Optional.empty());
    }

    @Test
    void what_is_offered_to_a_visitor_is_left_to_them_for_a_minute() {
        Sight sight = offered(card(), maren);
        assertThat(courtesy.isDue(sight, NOON)).isTrue();
        assertThat(courtesy.isDue(sight, NOON.plusSeconds(59))).isTrue();
        assertThat(courtesy.isDue(sight, NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void nobody_waits_for_the_cast() {
        assertThat(courtesy.isDue(offered(card(), priya), NOON)).isFalse();
        assertThat(courtesy.isDue(asked(card(), 1, priya), NOON)).isFalse();
    }

    @Test
    void a_question_in_other_words_is_a_new_question() {
        ObjectNode question = card();
        assertThat(courtesy.isDue(asked(question, 1, maren), NOON)).isTrue();
        assertThat(courtesy.isDue(asked(question, 1, maren), NOON.plusSeconds(90)))
                .isFalse();
        assertThat(courtesy.isDue(asked(question, 2, maren), NOON.plusSeconds(90)))
                .isTrue();
    }
}
