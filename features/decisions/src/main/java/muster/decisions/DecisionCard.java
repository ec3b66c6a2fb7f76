package muster.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.Ref;
import muster.kernel.View;

/// A decision as a screen shows it.
///
/// @param digest the version of the words, for a [Ref] to them
/// @param label what people call it aloud: `D-07`
/// @param wording number of the words, which an approval has to name
/// @param rule who decides how, in the charter's own words
/// @param level how far it has escalated
/// @param deciders roles that may decide now
/// @param deadline when `next` happens by itself
/// @param because why it was deferred, handed over or withdrawn
/// @param waitingFor the persons who could do something about it
/// @param unheard roles that have to be heard before and have not answered
/// @param voices of the deciders, those on earlier words too
public record DecisionCard(
        Id id,
        String digest,
        String label,
        String type,
        String title,
        Status status,
        Optional<Id> asker,
        Instant askedAt,
        int wording,
        String question,
        Optional<String> context,
        List<Option> options,
        Optional<String> recommended,
        List<Ref> evidence,
        Optional<String> subject,
        Optional<Replaces> replaces,
        Optional<Ref> origin,
        Rule rule,
        int level,
        List<String> deciders,
        Optional<String> handedTo,
        Optional<Instant> deadline,
        Optional<Next> next,
        boolean overdue,
        Optional<String> because,
        List<Id> waitingFor,
        List<String> unheard,
        List<Voiced> voices,
        List<Said> answers,
        List<Said> objections,
        Optional<Verdict> verdict,
        Optional<Followed> successor)
        implements View.Card, View.Waiting {

    @Override
    public Set<Id> waitsFor() {
        return Set.copyOf(waitingFor);
    }

    /// What happens by itself.
    public enum Then {
        ASKED_AGAIN,
        ESCALATES,
        LAPSES,
        OVERDUE
    }

    /// @param roles who is asked then
    /// @param option what is ordered then
    public record Next(Then then, List<String> roles, Optional<String> option) {}

    /// @param option empty: against every option
    /// @param counts whether it was said about the present words
    public record Voiced(
            Id person,
            Optional<String> option,
            Mandate under,
            Instant at,
            boolean counts,
            String reason,
            Optional<String> conditions,
            List<String> unheard,
            Optional<String> unheardBecause) {
        static Voiced of(Voice voice, int wording) {
            return new Voiced(
                    voice.person(),
                    voice.option(),
                    voice.under(),
                    voice.at(),
                    voice.under().wording() == wording,
                    words(voice.reason()),
                    spoken(voice.conditions()),
                    voice.unheard(),
                    spoken(voice.unheardBecause()));
        }
    }

    /// @param role for which the person was consulted; empty for an objection
    /// @param dissent whether the order was in force already
    public record Said(Id person, Optional<String> role, int wording, Instant at, boolean dissent, String text) {
        static Said of(Remark remark) {
            return new Said(
                    remark.person(),
                    remark.role(),
                    remark.wording(),
                    remark.at(),
                    remark.dissent(),
                    words(remark.text()));
        }
    }

    /// @param by the later decision
    public record Followed(Id by, Replacement how, Instant at, String reason) {
        static Followed of(Successor successor) {
            return new Followed(successor.by(), successor.how(), successor.at(), words(successor.reason()));
        }
    }

    static String words(Content<String> text) {
        return text.or("(withheld)");
    }

    /// Words that may be left out.
    static Optional<String> spoken(Content<String> text) {
        return Optional.of(words(text)).filter(words -> !words.isEmpty());
    }
}
