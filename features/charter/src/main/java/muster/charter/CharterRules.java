package muster.charter;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.kernel.Content;
import muster.kernel.Decision;
import muster.kernel.HeldSeat;
import muster.kernel.Id;
import muster.kernel.Situation;
import muster.people.Directory;
import muster.people.People;
import muster.people.Person;

/// What becomes of a command, given the shelf.
record CharterRules(Shelf shelf, Situation situation) {
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_PROBLEMS_TOLD = 5;

    Decision<CharterEvent> decide(CharterCommand command) {
        return switch (command) {
            case CharterCommand.Adopt adopt -> adopt(adopt);
            case CharterCommand.Propose propose -> propose(propose);
            case CharterCommand.Approve approve -> of(approve.version(), this::approve);
            case CharterCommand.Withdraw withdraw ->
                of(withdraw.version(), edition -> withdraw(edition, withdraw.reason()));
        };
    }

    private Decision<CharterEvent> adopt(CharterCommand.Adopt adopt) {
        return already()
                .or(() -> text("note", adopt.note()))
                .or(() -> sound(adopt.charter()))
                .orElseGet(() -> Decision.accept(new CharterEvent.Established(
                        adopt.edition().orElseGet(situation::newId),
                        shelf.nextVersion(adopt.charter()),
                        adopt.charter(),
                        Content.of(adopt.note().strip()))));
    }

    private Decision<CharterEvent> propose(CharterCommand.Propose propose) {
        return shelf.inForce()
                .map(inForce -> same(inForce, propose.charter())
                        .or(() -> fresh(propose.edition()))
                        .or(() -> text("note", propose.note()))
                        .or(() -> sound(propose.charter()))
                        .orElseGet(() -> Decision.accept(new CharterEvent.Proposed(
                                propose.edition().orElseGet(situation::newId),
                                shelf.nextVersion(propose.charter()),
                                propose.charter(),
                                situation.actor().asPerson(),
                                Content.of(propose.note().strip())))))
                .orElseGet(() -> Decision.refuse(
                        "no-charter", "There is no charter to change yet; the operator on the host brings the first."));
    }

    /// Whether the actor's agreement may count at all is judged on the event; here it only matters whether it
    /// is the last one.
    private Decision<CharterEvent> approve(Edition edition) {
        Quorum quorum = edition.quorum();
        String role = situation.standing().seats().stream()
                .map(HeldSeat::role)
                .filter(quorum.roles()::contains)
                .findFirst()
                .orElse("");
        Optional<Id> person = situation.actor().asPerson();
        Optional<Quorum.Obstacle> obstacle = person.flatMap(id -> quorum.obstacle(id, role));
        if (obstacle.equals(Optional.of(Quorum.Obstacle.COUNTED_ALREADY))) {
            return Decision.refuse("approved-already", "You have approved this charter; it waits for others.");
        }
        CharterEvent approved = new CharterEvent.Approved(edition.id(), edition.version(), role);
        boolean last = obstacle.isEmpty()
                && person.map(id -> quorum.with(new Quorum.Approval(id, role, edition.version())))
                        .filter(Quorum::reached)
                        .isPresent();
        return last
                ? Decision.accept(approved, new CharterEvent.Adopted(edition.id(), edition.version()))
                : Decision.accept(approved);
    }

    private Decision<CharterEvent> withdraw(Edition edition, String reason) {
        return text("reason", reason)
                .orElseGet(() -> Decision.accept(
                        new CharterEvent.Withdrawn(edition.id(), edition.version(), Content.of(reason.strip()))));
    }

    /// The edition of a version, if something can still become of it.
    private Decision<CharterEvent> of(String version, Function<Edition, Decision<CharterEvent>> then) {
        return shelf.edition(version)
                .map(edition -> switch (edition.state()) {
                    case PROPOSED -> then.apply(edition);
                    case IN_FORCE ->
                        Decision.<CharterEvent>refuse(
                                "in-force", "This charter is in force; propose another to change it.");
                    case OVERTAKEN ->
                        Decision.<CharterEvent>refuse(
                                "overtaken",
                                "Another charter was adopted meanwhile; propose this one anew, against that one.");
                    case REPLACED, WITHDRAWN ->
                        Decision.<CharterEvent>refuse("settled", "This charter is of the past; propose it anew.");
                })
                .orElseGet(Decision::unseen);
    }

    private Optional<Decision<CharterEvent>> already() {
        return shelf.inForce().isPresent()
                ? refuse("already-adopted", "A charter is in force; propose another one, and people will approve it.")
                : Optional.empty();
    }

    private static Optional<Decision<CharterEvent>> same(Charter inForce, Charter charter) {
        return inForce.equals(charter)
                ? refuse("same-charter", "This is the charter in force, word for word.")
                : Optional.empty();
    }

    private Optional<Decision<CharterEvent>> fresh(Optional<Id> edition) {
        return edition.filter(shelf.editions()::has).isPresent()
                ? refuse("exists", "There is a charter of this id already; leave the id out or draw another.")
                : Optional.empty();
    }

    private static Optional<Decision<CharterEvent>> text(String what, String text) {
        if (text.isBlank()) {
            return refuse("blank", "The " + what + " is blank; write one.");
        }
        return text.length() > LONGEST_TEXT
                ? refuse(
                        "too-long",
                        "The " + what + " has " + text.length() + " characters; the most is " + LONGEST_TEXT + ".")
                : Optional.empty();
    }

    /// Sound in itself, and naming only people who are here and may decide what it lets them decide.
    private Optional<Decision<CharterEvent>> sound(Charter charter) {
        List<Problem> problems =
                Stream.concat(charter.problems().stream(), strangers(charter)).toList();
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        String told = problems.stream()
                .limit(MOST_PROBLEMS_TOLD)
                .map(Problem::toString)
                .collect(Collectors.joining("; "));
        int untold = problems.size() - MOST_PROBLEMS_TOLD;
        return refuse(
                "not-sound",
                "This charter cannot be adopted: " + told + (untold > 0 ? "; and " + untold + " more." : "."));
    }

    private Stream<Problem> strangers(Charter charter) {
        Directory directory = situation.stateOf(People.KEY);
        return Soundness.places(charter).flatMap(place -> {
            Optional<Person> person = directory.person(place.person()).filter(Person::active);
            if (person.isEmpty()) {
                return Stream.of(new Problem(place.path(), "is nobody here"));
            }
            return !person.get().isHuman() && charter.decides(place.role())
                    ? Stream.of(new Problem(place.path(), "is not human, but the role decides"))
                    : Stream.empty();
        });
    }

    private static Optional<Decision<CharterEvent>> refuse(String code, String words) {
        return Optional.of(Decision.refuse(code, words));
    }
}
