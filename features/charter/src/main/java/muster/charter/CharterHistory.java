package muster.charter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.charter.Edition.State;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.Recorded;

/// What the events make of the shelf.
final class CharterHistory {
    private CharterHistory() {}

    static Shelf evolve(Shelf shelf, Recorded<CharterEvent> recorded) {
        return switch (recorded.event()) {
            case CharterEvent.Established(Id id, String version, Charter charter, Content<String> note) -> {
                require(shelf.editions().isEmpty(), "the first charter comes before every other");
                require(version.equals(shelf.nextVersion(charter)), "a version names its number and its words");
                yield shelf.with(new Edition(
                        id,
                        version,
                        charter,
                        note,
                        Optional.empty(),
                        List.of(),
                        Quorum.of(0, List.of(), List.of()),
                        State.IN_FORCE,
                        recorded.digest()));
            }
            case CharterEvent.Proposed(
                    Id id,
                    String version,
                    Charter charter,
                    Optional<Id> proposer,
                    Content<String> note) -> {
                require(!shelf.editions().has(id), "an edition is proposed once");
                require(version.equals(shelf.nextVersion(charter)), "a version names its number and its words");
                require(proposer.equals(recorded.actor().asPerson()), "a proposer speaks for themselves");
                yield shelf.with(propose(shelf, recorded.digest(), id, version, charter, proposer, note));
            }
            case CharterEvent.Approved(Id id, String version, String role) -> {
                Edition edition = proposed(shelf, id, version);
                yield shelf.with(
                        edition.with(edition.quorum().with(new Quorum.Approval(recorded.by(), role, version))));
            }
            case CharterEvent.Adopted(Id id, String version) -> {
                Edition edition = proposed(shelf, id, version);
                require(edition.quorum().reached(), "a charter is adopted when enough people have approved it");
                yield adopt(shelf, edition);
            }
            case CharterEvent.Withdrawn(Id id, String version, Content<String> reason) ->
                shelf.with(proposed(shelf, id, version).now(State.WITHDRAWN));
        };
    }

    private static Edition propose(
            Shelf shelf,
            String digest,
            Id id,
            String version,
            Charter charter,
            Optional<Id> proposer,
            Content<String> note) {
        Charter inForce = shelf.inForce().orElseThrow(() -> new IllegalStateException("there is no charter to change"));
        List<Id> gaining = Gain.of(inForce, charter);
        Quorum quorum = Quorum.of(
                inForce.change().approvals(),
                inForce.approvers().map(Role::name).toList(),
                Stream.concat(proposer.stream(), gaining.stream()).distinct().toList());
        return new Edition(id, version, charter, note, proposer, gaining, quorum, State.PROPOSED, digest);
    }

    /// One is in force, the one before is of the past, and whatever else was proposed was made against that
    /// one.
    private static Shelf adopt(Shelf shelf, Edition adopted) {
        Shelf after = shelf;
        for (Edition edition : shelf.editions()) {
            after = after.with(
                    switch (edition.state()) {
                        case PROPOSED ->
                            edition.now(edition.id().equals(adopted.id()) ? State.IN_FORCE : State.OVERTAKEN);
                        case IN_FORCE -> edition.now(State.REPLACED);
                        case REPLACED, WITHDRAWN, OVERTAKEN -> edition;
                    });
        }
        return after;
    }

    private static Edition proposed(Shelf shelf, Id id, String version) {
        Edition edition = shelf.editions().the(id);
        require(edition.isProposed() && edition.version().equals(version), "only what is proposed can still change");
        return edition;
    }

    private static void require(boolean so, String rule) {
        if (!so) {
            throw new IllegalStateException(rule);
        }
    }
}
