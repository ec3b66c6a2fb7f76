package muster.charter;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A kind of question that needs authority, and whose.
///
/// @param name on the wire: `containment`
/// @param title for people: `Containment`
/// @param deciders roles that may decide from the beginning
/// @param quorum how many different people have to agree
/// @param consult roles that have to be heard before
/// @param inform roles that are told afterwards
/// @param proposerMayApprove whether who asks may be among those who agree
/// @param authentication ways to sign in that count (RFC 8176 words); empty: any
/// @param timeToDecide how long the deciders have before the first escalation
/// @param escalation who joins them, step by step
/// @param silence what it means when the last step has passed
public record DecisionType(
        String name,
        String title,
        List<String> deciders,
        int quorum,
        List<String> consult,
        List<String> inform,
        boolean proposerMayApprove,
        List<String> authentication,
        Duration timeToDecide,
        List<EscalationStep> escalation,
        Silence silence) {
    public DecisionType {
        deciders = List.copyOf(deciders);
        consult = List.copyOf(consult);
        inform = List.copyOf(inform);
        authentication = List.copyOf(authentication);
        escalation = List.copyOf(escalation);
    }

    /// The last level of the escalation path; 0 where there is no path.
    public int lastLevel() {
        return escalation.size();
    }

    /// The roles that may decide at a level: the deciders, and everybody the steps up to it have added.
    public List<String> rolesAt(int level) {
        return Stream.concat(deciders.stream(), escalation.stream().limit(level).flatMap(step -> step.roles().stream()))
                .distinct()
                .toList();
    }

    /// How long those of a level have.
    public Duration timeAt(int level) {
        return level == 0 ? timeToDecide : escalation.get(level - 1).within();
    }

    /// Every role that may ever decide.
    public List<String> everyDecider() {
        return rolesAt(lastLevel());
    }
}
