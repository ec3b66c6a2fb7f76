package muster.charter;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import muster.kernel.Id;
import muster.testing.Actors;

/// A charter that is small and complete: nine roles, four types of decision, three severities; two people
/// agree before it changes.
public final class ASmallCharter {
    /// What every responder of a crisis may do.
    public static final List<String> EVERYONE = List.of(
            "tasks.take",
            "tasks.accept",
            "tasks.decline",
            "tasks.hand-over",
            "tasks.recall",
            "tasks.start",
            "tasks.block",
            "tasks.unblock",
            "tasks.complete",
            "tasks.verify",
            "tasks.send-back",
            "decisions.ask",
            "decisions.object",
            "decisions.consult-answer",
            "decisions.amend",
            "decisions.withdraw",
            "crises.stand-in",
            "crises.stand-down",
            "crises.hand-over-seat",
            "crises.accept-seat",
            "channels.*");

    private ASmallCharter() {}

    /// Always the same words.
    public static Charter charter() {
        return new Charter(
                "Response charter",
                new ChangeRule(2, List.of()),
                roles(),
                List.of(containment(), communication(), recovery(), access()),
                List.of(
                        new Severity("sev-1", "SEV 1", Duration.ofHours(1)),
                        new Severity("sev-2", "SEV 2", Duration.ofHours(4)),
                        new Severity("sev-3", "SEV 3", Duration.ofDays(1))),
                "incident-lead",
                EVERYONE);
    }

    private static List<Role> roles() {
        return List.of(
                role(
                        "incident-lead",
                        "Incident lead",
                        "security",
                        "dana",
                        "nadia",
                        true,
                        "crises.*",
                        "tasks.*",
                        "decisions.ask",
                        "charter.propose"),
                role(
                        "ciso",
                        "CISO",
                        "security",
                        "marcus",
                        "dana",
                        true,
                        "decisions.*",
                        "tasks.*",
                        "crises.*",
                        "charter.*"),
                role(
                        "coo",
                        "COO",
                        "business",
                        "priya",
                        "omar",
                        true,
                        "decisions.*",
                        "tasks.*",
                        "crises.open",
                        "charter.approve"),
                role(
                        "ceo",
                        "CEO",
                        "executive",
                        "helen",
                        "priya",
                        true,
                        "decisions.*",
                        "crises.open",
                        "crises.close",
                        "charter.approve"),
                role(
                        "general-counsel",
                        "General Counsel",
                        "legal",
                        "george",
                        "",
                        true,
                        "decisions.*",
                        "tasks.offer",
                        "crises.admit",
                        "charter.propose"),
                role(
                        "communications-lead",
                        "Communications lead",
                        "communications",
                        "lucia",
                        "",
                        false,
                        "decisions.*",
                        "tasks.*",
                        "crises.promise-update",
                        "crises.give-update"),
                role("engineering-lead", "Engineering lead", "it", "kenji", "tomas", false, "decisions.*", "tasks.*"),
                role(
                        "identity-lead",
                        "Identity lead",
                        "it",
                        "amara",
                        "kenji",
                        true,
                        "decisions.*",
                        "tasks.*",
                        "people.*"),
                role("infrastructure-lead", "Infrastructure lead", "it", "tomas", "", false, "decisions.*", "tasks.*"));
    }

    private static Role role(
            String name,
            String title,
            String function,
            String holder,
            String deputy,
            boolean organisation,
            String... rights) {
        return new Role(name, title, function, ids(holder), ids(deputy), List.of(rights), organisation);
    }

    private static List<Id> ids(String... names) {
        return Stream.of(names).filter(name -> !name.isEmpty()).map(Actors::id).toList();
    }

    /// One of two, Legal is heard, then the CEO; silence leaves it open.
    private static DecisionType containment() {
        return new DecisionType(
                "containment",
                "Containment",
                List.of("ciso", "coo"),
                1,
                List.of("general-counsel"),
                List.of("ceo", "communications-lead"),
                false,
                List.of(),
                Duration.ofMinutes(30),
                List.of(new EscalationStep(List.of("ceo"), Duration.ofMinutes(15))),
                new Silence.Escalate());
    }

    /// Two of three.
    private static DecisionType communication() {
        return new DecisionType(
                "communication",
                "Communication",
                List.of("communications-lead", "general-counsel", "ceo"),
                2,
                List.of(),
                List.of("incident-lead"),
                false,
                List.of(),
                Duration.ofHours(1),
                List.of(new EscalationStep(List.of("coo"), Duration.ofMinutes(30))),
                new Silence.Escalate());
    }

    /// Two of three, the proposer may be one of them; silence takes what was recommended.
    private static DecisionType recovery() {
        return new DecisionType(
                "recovery",
                "Recovery",
                List.of("coo", "engineering-lead", "infrastructure-lead"),
                2,
                List.of("ciso"),
                List.of(),
                true,
                List.of(),
                Duration.ofHours(2),
                List.of(new EscalationStep(List.of("ceo"), Duration.ofHours(1))),
                new Silence.Default("recommended", "recover-as-recommended"));
    }

    /// Signed with a key or a one-time code; silence means no.
    private static DecisionType access() {
        return new DecisionType(
                "access",
                "Emergency access",
                List.of("identity-lead", "ciso"),
                1,
                List.of(),
                List.of("incident-lead"),
                false,
                List.of("hwk", "otp"),
                Duration.ofMinutes(15),
                List.of(new EscalationStep(List.of("coo"), Duration.ofMinutes(15))),
                new Silence.Default("deny", "no-access-by-silence"));
    }
}
