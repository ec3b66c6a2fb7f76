package muster.charter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A rule of decision as a sentence that somebody can object to: "Containment: CISO or COO, after General
/// Counsel was heard, within 30 min; then also CEO, within 15 min; silence leaves it open."
final class Sentence {
    private Sentence() {}

    static String of(DecisionType type, Charter charter) {
        List<String> parts = new ArrayList<>();
        parts.add(type.title() + ": " + first(type, charter));
        type.escalation()
                .forEach(step -> parts.add(
                        "then also " + titles(step.roles(), "or", charter) + ", within " + length(step.within())));
        parts.add(
                switch (type.silence()) {
                    case Silence.Escalate escalate -> "silence leaves it open";
                    case Silence.Default(String option, String rule) ->
                        "silence takes the option \"" + option + "\" under the rule \"" + rule + "\"";
                });
        if (!type.inform().isEmpty()) {
            parts.add(titles(type.inform(), "and", charter) + are(type.inform()) + " told afterwards");
        }
        return String.join("; ", parts) + ".";
    }

    private static String first(DecisionType type, Charter charter) {
        String deciders = titles(type.deciders(), "or", charter);
        String who = type.quorum() == 1 ? deciders : type.quorum() + " people out of " + deciders;
        String alone = type.proposerMayApprove() ? ", the proposer included" : "";
        String signedIn =
                type.authentication().isEmpty() ? "" : ", signed in by " + String.join(" or ", type.authentication());
        String heard = type.consult().isEmpty()
                ? ""
                : ", after " + titles(type.consult(), "and", charter) + were(type.consult()) + " heard";
        return who + alone + signedIn + heard + ", within " + length(type.timeToDecide());
    }

    private static String were(List<String> roles) {
        return roles.size() == 1 ? " was" : " were";
    }

    private static String are(List<String> roles) {
        return roles.size() == 1 ? " is" : " are";
    }

    private static String titles(List<String> roles, String word, Charter charter) {
        return roles.stream()
                .map(role -> charter.role(role).map(Role::title).orElse(role))
                .collect(Collectors.joining(" " + word + " "));
    }

    /// `45 min`, `2 h`, `1 h 30 min`.
    private static String length(Duration duration) {
        long hours = duration.toHours();
        int minutes = duration.toMinutesPart();
        if (hours == 0) {
            return minutes > 0 ? minutes + " min" : duration.toSeconds() + " s";
        }
        return minutes > 0 ? hours + " h " + minutes + " min" : hours + " h";
    }
}
