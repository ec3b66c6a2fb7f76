package muster.crises;

import java.time.Instant;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Id;

/// What everybody is told: the next update promised, the last one given, and the four questions that must
/// always have an answer.
public record Briefing(Optional<Promise> promise, Optional<Update> update, Optional<Answers> answers) {
    static final Briefing NOTHING = new Briefing(Optional.empty(), Optional.empty(), Optional.empty());

    /// @param at crisis time by which it will be given
    /// @param audience whom it is promised; absent where the charter's rhythm promises it to all
    /// @param missed whether the time passed without it
    public record Promise(Instant at, Optional<Content<String>> audience, boolean missed) {}

    public record Update(Id by, Instant at, Content<String> text) {}

    public record Answers(
            Id by,
            Instant at,
            Content<String> whatHappened,
            Content<String> howItAffectsUs,
            Content<String> whatWeKnow,
            Content<String> whatWeDo) {}

    /// With this promise in the place of an earlier one; none: the earlier one stands.
    Briefing promised(Optional<Promise> next) {
        return new Briefing(next.isPresent() ? next : promise, update, answers);
    }

    /// What was promised is fulfilled, and this is promised next.
    Briefing given(Update text, Optional<Promise> next) {
        return new Briefing(next, Optional.of(text), answers);
    }

    /// Whether exactly this is promised and was not missed yet.
    boolean owes(Instant at) {
        return promise.filter(each -> each.at().equals(at) && !each.missed()).isPresent();
    }

    Briefing missed(Instant at) {
        Promise broken = promise.filter(each -> owes(at))
                .orElseThrow(() -> new IllegalStateException("no update was promised for " + at));
        return new Briefing(Optional.of(new Promise(at, broken.audience(), true)), update, answers);
    }

    Briefing answered(Answers four) {
        return new Briefing(promise, update, Optional.of(four));
    }

    /// Nothing more is promised.
    Briefing ended() {
        return new Briefing(Optional.empty(), update, answers);
    }
}
