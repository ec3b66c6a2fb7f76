package muster.server.library;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A charter as people write it: the governance model with handles in the place of ids.
@Says("Who may do what in a crisis, agreed on before there is one.")
public record CharterFile(
        @Says("What people call it.") String title,
        @Says("How the charter itself is changed.") Change change,

        @Says("The role that leads a crisis; whoever opens one speaks for it until somebody holds it.")
        String openerRole,

        @Says("Rights that every responder of a crisis has.")
        List<String> everyone,

        @Says("How bad a crisis can be, worst first.") List<Severity> severities,
        @Says("The offices of a crisis.") List<Role> roles,
        @Says("The kinds of questions that need authority.") List<DecisionType> decisionTypes) {

    /// How the charter is changed.
    public record Change(
            @Says("How many different people with the right charter.approve have to agree.")
            int approvals,

            @Says("Ways to sign in that count for it (RFC 8176 words, or operator); empty: any.")
            List<String> authentication) {}

    /// How bad a crisis is.
    public record Severity(
            @Says("On the wire and in files: sev-1.") String name,
            @Says("For people: SEV 1.") String title,

            @Says("How often those concerned are told how things stand.")
            Duration updateEvery) {}

    /// An office.
    public record Role(
            @Says("On the wire, in seats and in files: general-counsel.")
            String name,

            @Says("For people: General Counsel.") String title,

            @Says("The part of the organisation it speaks for: legal.")
            String function,

            @Says("Handles of those whose office it is, the first one first. May be filled in from elsewhere.")
            List<String> holders,

            @Says("Handles of those who may stand in, in the order in which they are asked.")
            List<String> deputies,

            @Says("The commands it may give, such as tasks.offer; tasks.* stands for all about tasks, * for all.")
            List<String> rights,

            @Says("Whether it also speaks in the organisation's own affairs: people, charters, opening a crisis.")
            Optional<Boolean> organisation) {}

    /// A kind of question.
    public record DecisionType(
            @Says("On the wire and in files: containment.") String name,
            @Says("For people: Containment.") String title,

            @Says("Roles that may decide from the beginning.")
            List<String> deciders,

            @Says("How many different people have to agree; 1 where it is left out.")
            Optional<Integer> quorum,

            @Says("Roles that have to be heard before; who decides without them says why.")
            List<String> consult,

            @Says("Roles that are told afterwards.") List<String> inform,

            @Says("Whether who asks may be among those who agree; no where it is left out.")
            Optional<Boolean> proposerMayApprove,

            @Says("Ways to sign in that count (RFC 8176 words, or operator for tokens issued on the host); empty: any.")
            List<String> authentication,

            @Says("How long the deciders have before the first escalation.")
            Duration timeToDecide,

            @Says("Who joins the deciders when their time is over, step by step.")
            List<Step> escalation,

            @Says("What it means when the last step has passed as well; left out: it stays open, overdue.")
            Optional<Silence> silence) {}

    /// One step of an escalation path.
    public record Step(
            @Says("Roles that join those who could decide before.")
            List<String> roles,

            @Says("How long they have.") Duration within) {}

    /// Silence that decides, under a named rule.
    public record Silence(
            @Says("The id of the option that is taken, or recommended for the one that the asker recommended.")
            String option,

            @Says("The name under which the default is recorded: isolate-by-default.")
            String rule) {}
}
