package muster.crises;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.View;

/// The header of a crisis: its names, where it stands, who leads, and what everybody is told. It waits for
/// whoever leads while a promised update is missed.
///
/// @param severityTitle how the charter writes the severity: `SEV 1`
/// @param charter the version that is pinned, with its hash
/// @param updatePromisedFor crisis time of the next update
public record RoomCard(
        Id id,
        String label,
        boolean exercise,
        String codeName,
        String summary,
        Optional<String> title,
        Optional<String> severity,
        Optional<String> severityTitle,
        Phase phase,
        Instant phaseSince,
        Id openedBy,
        Instant openedAt,
        Optional<Instant> declaredAt,
        Optional<Id> lead,
        String charter,
        Optional<Instant> updatePromisedFor,
        Optional<String> updatePromisedTo,
        boolean updateMissed,
        Optional<Update> update,
        Optional<Answers> answers,
        Optional<Closing> closing)
        implements View.Card, View.Waiting {
    public record Update(Id by, Instant at, String text) {}

    public record Answers(
            Id by, Instant at, String whatHappened, String howItAffectsUs, String whatWeKnow, String whatWeDo) {}

    public record Closing(Id by, Instant at, String reason, String lessons) {}

    @Override
    public Set<Id> waitsFor() {
        return updateMissed ? lead.map(Set::of).orElse(Set.of()) : Set.of();
    }

    static RoomCard of(
            Room room, Room.Opening opening, boolean exercise, Optional<String> severityTitle, String charter) {
        Briefing told = room.briefing();
        return new RoomCard(
                opening.crisis(),
                opening.label(),
                exercise,
                words(opening.codeName()),
                words(opening.summary()),
                room.course().declaration().map(each -> words(each.title())),
                room.severity(),
                severityTitle,
                room.phase(),
                room.course().since(),
                opening.by(),
                opening.at(),
                room.course().declaration().map(Course.Declaration::at),
                room.lead(),
                charter,
                room.updatePromisedFor(),
                told.promise().flatMap(Briefing.Promise::audience).map(RoomCard::words),
                told.promise().filter(Briefing.Promise::missed).isPresent(),
                told.update().map(each -> new Update(each.by(), each.at(), words(each.text()))),
                told.answers()
                        .map(each -> new Answers(
                                each.by(),
                                each.at(),
                                words(each.whatHappened()),
                                words(each.howItAffectsUs()),
                                words(each.whatWeKnow()),
                                words(each.whatWeDo()))),
                room.course()
                        .closing()
                        .map(each -> new Closing(each.by(), each.at(), words(each.reason()), words(each.lessons()))));
    }

    static String words(Content<String> content) {
        return content.or("(withheld)");
    }
}
