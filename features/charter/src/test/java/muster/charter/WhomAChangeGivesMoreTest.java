package muster.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import muster.testing.Actors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhomAChangeGivesMoreTest {
    private static final Charter NOW = ASmallCharter.charter();

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void those_who_get_a_role_a_right_or_a_say(String change, Charter then, List<String> gaining) {
        assertThat(Gain.of(NOW, then))
                .containsExactlyInAnyOrderElementsOf(
                        gaining.stream().map(Actors::id).toList());
    }

    static Stream<Object[]> changes() {
        return Stream.of(
                row("other words", Amended.titled(NOW, "Other"), "nobody"),
                row("a new deputy", Amended.role(NOW, "ceo", Amended.deputies("priya", "omar")), "omar"),
                row("a new holder", Amended.role(NOW, "ceo", Amended.holders("marcus")), "marcus"),
                row("one deputy less", Amended.role(NOW, "ceo", Amended.deputies()), "nobody"),
                row(
                        "a deputy becomes the holder",
                        Amended.role(NOW, "coo", Amended.holders("omar").andThen(Amended.deputies("priya"))::apply),
                        "nobody"),
                row("a right more", Amended.role(NOW, "general-counsel", Amended.rights("people.remove")), "george"),
                row(
                        "a right that a pattern held before",
                        Amended.role(NOW, "ciso", Amended.rights("tasks.drop")),
                        "nobody"),
                row(
                        "a pattern where there was one right",
                        Amended.role(NOW, "general-counsel", Amended.rights("tasks.*")),
                        "george"),
                row("everything", Amended.role(NOW, "general-counsel", Amended.rights("*")), "george"),
                row("a right that everyone has", Amended.role(NOW, "ceo", Amended.rights("tasks.accept")), "nobody"),
                row("a right for everyone", Amended.everyone(NOW, "crises.open"), "nobody"),
                row("another decider", type(Amended.deciders(1, "ciso", "coo", "general-counsel")), "george"),
                row("a decider earlier on the path", type(Amended.deciders(1, "ciso", "coo", "ceo")), "helen"),
                row("fewer deciders", type(Amended.deciders(1, "coo")), "nobody"),
                row("more of them have to agree", type(Amended.deciders(2, "ciso", "coo")), "nobody"),
                row("a new type of decision", withRansom(), "lucia"),
                row(
                        "fewer have to agree",
                        Amended.type(NOW, "recovery", Amended.deciders(1, "engineering-lead")),
                        "kenji",
                        "tomas",
                        "helen",
                        "priya"));
    }

    private static Object[] row(String change, Charter then, String... gaining) {
        return new Object[] {
            change,
            then,
            Stream.of(gaining).filter(name -> !name.equals("nobody")).toList()
        };
    }

    private static Charter type(java.util.function.UnaryOperator<DecisionType> amend) {
        return Amended.type(NOW, "containment", amend);
    }

    private static Charter withRansom() {
        DecisionType ransom = new DecisionType(
                "ransom",
                "Ransom",
                List.of("communications-lead"),
                1,
                List.of(),
                List.of(),
                true,
                List.of(),
                Duration.ofHours(4),
                List.of(),
                new Silence.Escalate());
        return Amended.types(
                NOW,
                Stream.concat(NOW.decisionTypes().stream(), Stream.of(ransom)).toList());
    }
}
