package muster.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import muster.charter.Silence.Default;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ACharterThatCannotStandTest {
    private static final Charter SOUND = ASmallCharter.charter();
    private static final DecisionType CONTAINMENT = SOUND.decisionTypes().getFirst();

    @Test
    void nothing_is_wrong_with_the_small_charter() {
        assertThat(SOUND.problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"wholes", "roles", "decisionTypes", "severities"})
    void what_is_wrong_is_named_with_its_place(String problem, Charter wrong) {
        assertThat(wrong.problems()).extracting(Problem::toString).contains(problem);
    }

    static Stream<Object[]> wholes() {
        return Stream.of(
                row("title is blank", Amended.titled(SOUND, " ")),
                row("title is longer than 200 characters", Amended.titled(SOUND, "t".repeat(201))),
                row("openerRole is no role of this charter", Amended.openedBy(SOUND, "wizard")),
                row(
                        "everyone[21] is neither a command's name nor a pattern like tasks.*",
                        Amended.everyone(SOUND, "everything")),
                row("change.approvals must be at least 1", Amended.changedBy(SOUND, 0)),
                row(
                        "change.approvals needs one person more with the right charter.approve than there are"
                                + " approvals, for nobody approves their own proposal",
                        Amended.changedBy(SOUND, 5)),
                row("change.authentication[0] is no word of RFC 8176", Amended.changedBy(SOUND, 2, "Passkey!")),
                row("roles leave nobody in the organisation with the right charter.propose", withoutProposers()),
                row("roles are none", Amended.roles(SOUND, List.of())));
    }

    private static Charter withoutProposers() {
        Charter quiet = SOUND;
        for (String role : List.of("incident-lead", "ciso", "general-counsel")) {
            quiet = Amended.role(quiet, role, Amended.outsideTheOrganisation());
        }
        return quiet;
    }

    static Stream<Object[]> roles() {
        return Stream.of(
                row("roles[0].name is not lower-case words with hyphens", role(Amended.named("The Lead", "L", "f"))),
                row(
                        "roles[0].name is not lower-case words with hyphens",
                        role(Amended.named("l".repeat(201), "L", "f"))),
                row("roles[1].name is taken by another before it", role(Amended.named("ciso", "L", "f"))),
                row("roles[0].title is blank", role(Amended.named("incident-lead", "", "f"))),
                row("roles[0].function is blank", role(Amended.named("incident-lead", "L", ""))),
                row(
                        "roles[0].rights[4] is neither a command's name nor a pattern like tasks.*",
                        role(Amended.rights("a.b.c"))),
                row("roles[0].holders name the same twice", role(Amended.holders("dana", "dana"))),
                row("roles[0].deputies name the same twice", role(Amended.deputies("nadia", "nadia"))),
                row("roles[0].deputies name a holder of the same role", role(Amended.deputies("dana"))),
                row("roles[0].holders are none, though the role decides or has deputies", role(Amended.holders())),
                row(
                        "roles[4].holders are none, though the role decides or has deputies",
                        Amended.role(SOUND, "general-counsel", Amended.holders())));
    }

    @Test
    void a_role_that_decides_nothing_may_wait_for_somebody() {
        Charter open = Amended.role(
                SOUND,
                "incident-lead",
                role -> Amended.holders().apply(Amended.deputies().apply(role)));

        assertThat(open.problems()).isEmpty();
    }

    static Stream<Object[]> decisionTypes() {
        return Stream.of(
                row(
                        "decisionTypes[1].name is taken by another before it",
                        Amended.type(SOUND, "communication", type -> CONTAINMENT)),
                row("decisionTypes[0].deciders are none", type(Amended.deciders(1))),
                row(
                        "decisionTypes[0].deciders[1] is no role of this charter",
                        type(Amended.deciders(1, "ciso", "wizard"))),
                row("decisionTypes[0].deciders name the same twice", type(Amended.deciders(1, "ciso", "ciso"))),
                row("decisionTypes[0].quorum must be at least 1", type(Amended.deciders(0, "ciso"))),
                row("decisionTypes[0].quorum is 3, but only 2 could decide", type(Amended.deciders(3, "ciso"))),
                row("decisionTypes[0].title is blank", type(but("", List.of(), List.of(), "PT1H", List.of()))),
                row(
                        "decisionTypes[0].consult[0] is no role of this charter",
                        type(but("C", List.of("wizard"), List.of(), "PT1H", List.of()))),
                row(
                        "decisionTypes[0].inform[0] is no role of this charter",
                        type(but("C", List.of(), List.of("wizard"), "PT1H", List.of()))),
                row(
                        "decisionTypes[0].timeToDecide is no length of time",
                        type(but("C", List.of(), List.of(), "PT0S", List.of()))),
                row(
                        "decisionTypes[0].escalation[0].roles are none",
                        type(but("C", List.of(), List.of(), "PT1H", List.of(step("PT1H"))))),
                row(
                        "decisionTypes[0].escalation[0].roles[0] is no role of this charter",
                        type(but("C", List.of(), List.of(), "PT1H", List.of(step("PT1H", "wizard"))))),
                row(
                        "decisionTypes[0].escalation[0].within is no length of time",
                        type(but("C", List.of(), List.of(), "PT1H", List.of(step("PT-1H", "ceo"))))),
                row(
                        "decisionTypes[0].authentication[0] is no word of RFC 8176",
                        type(signed(List.of(""), new Silence.Escalate()))),
                row("decisionTypes[0].silence.option is blank", type(signed(List.of(), new Default("", "by-rule")))),
                row("decisionTypes[0].silence.rule is blank", type(signed(List.of(), new Default("deny", " ")))));
    }

    static Stream<Object[]> severities() {
        Severity fine = new Severity("sev-1", "SEV 1", Duration.ofHours(1));
        return Stream.of(
                row("severities are none", Amended.severities(SOUND)),
                row("severities[1].name is taken by another before it", Amended.severities(SOUND, fine, fine)),
                row(
                        "severities[0].title is blank",
                        Amended.severities(SOUND, new Severity("s", "", Duration.ofHours(1)))),
                row(
                        "severities[0].updateEvery is no length of time",
                        Amended.severities(SOUND, new Severity("s", "S", Duration.ZERO))));
    }

    private static Object[] row(String problem, Charter wrong) {
        return new Object[] {problem, wrong};
    }

    private static Charter role(UnaryOperator<Role> amend) {
        return Amended.role(SOUND, "incident-lead", amend);
    }

    private static Charter type(UnaryOperator<DecisionType> amend) {
        return Amended.type(SOUND, "containment", amend);
    }

    private static EscalationStep step(String within, String... roles) {
        return new EscalationStep(List.of(roles), Duration.parse(within));
    }

    private static UnaryOperator<DecisionType> but(
            String title, List<String> consult, List<String> inform, String time, List<EscalationStep> escalation) {
        return type -> new DecisionType(
                type.name(),
                title,
                type.deciders(),
                type.quorum(),
                consult,
                inform,
                type.proposerMayApprove(),
                type.authentication(),
                Duration.parse(time),
                escalation,
                type.silence());
    }

    private static UnaryOperator<DecisionType> signed(List<String> authentication, Silence silence) {
        return type -> new DecisionType(
                type.name(),
                type.title(),
                type.deciders(),
                type.quorum(),
                type.consult(),
                type.inform(),
                type.proposerMayApprove(),
                authentication,
                type.timeToDecide(),
                type.escalation(),
                silence);
    }
}
