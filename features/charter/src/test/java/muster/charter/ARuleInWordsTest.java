package muster.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ARuleInWordsTest {
    private final Charter charter = ASmallCharter.charter();

    @Test
    void it_says_who_decides_who_is_heard_how_long_it_takes_and_what_silence_means() {
        assertThat(sentence("containment"))
                .isEqualTo("Containment: CISO or COO, after General Counsel was heard, within 30 min;"
                        + " then also CEO, within 15 min; silence leaves it open;"
                        + " CEO and Communications lead are told afterwards.");
        assertThat(sentence("recovery"))
                .isEqualTo("Recovery: 2 people out of COO or Engineering lead or Infrastructure lead,"
                        + " the proposer included, after CISO was heard, within 2 h; then also CEO, within 1 h;"
                        + " silence takes the option \"recommended\""
                        + " under the rule \"recover-as-recommended\".");
        assertThat(sentence("access"))
                .isEqualTo("Emergency access: Identity lead or CISO, signed in by hwk or otp, within 15 min;"
                        + " then also COO, within 15 min;"
                        + " silence takes the option \"deny\" under the rule \"no-access-by-silence\";"
                        + " Incident lead is told afterwards.");
    }

    @Test
    void it_says_a_time_as_people_do() {
        assertThat(Sentence.of(within(Duration.ofMinutes(90)), charter)).contains("within 1 h 30 min");
        assertThat(Sentence.of(within(Duration.ofDays(3)), charter)).contains("within 72 h");
        assertThat(Sentence.of(within(Duration.ofSeconds(45)), charter)).contains("within 45 s");
    }

    private static DecisionType within(Duration time) {
        return new DecisionType(
                "ransom",
                "Ransom",
                List.of("ceo"),
                1,
                List.of("ciso", "coo"),
                List.of(),
                false,
                List.of(),
                time,
                List.of(),
                new Silence.Escalate());
    }

    private String sentence(String type) {
        return Sentence.of(charter.decisionType(type).orElseThrow(), charter);
    }
}
