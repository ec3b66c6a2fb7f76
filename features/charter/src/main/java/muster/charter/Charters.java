package muster.charter;

import java.util.List;
import java.util.Optional;
import muster.kernel.Actor;
import muster.kernel.Circumstances;
import muster.kernel.Decision;
import muster.kernel.Feature;
import muster.kernel.Found;
import muster.kernel.Headline;
import muster.kernel.Id;
import muster.kernel.Key;
import muster.kernel.Lane;
import muster.kernel.Permission;
import muster.kernel.Recorded;
import muster.kernel.Scope;
import muster.kernel.Situation;
import muster.kernel.View;

/// The feature: which charter is in force, and how another one comes into force.
public final class Charters implements Feature<CharterCommand, CharterEvent, Shelf> {
    public static final Key<Shelf> KEY = new Key<>("charter", Scope.ORGANISATION, Shelf.class);

    /// The right to agree to another charter.
    static final String APPROVE = "charter.approve";

    public Charters() {}

    @Override
    public Key<Shelf> key() {
        return KEY;
    }

    @Override
    public Class<CharterCommand> commands() {
        return CharterCommand.class;
    }

    @Override
    public Class<CharterEvent> events() {
        return CharterEvent.class;
    }

    @Override
    public Shelf initial() {
        return Shelf.EMPTY;
    }

    @Override
    public Decision<CharterEvent> decide(CharterCommand command, Shelf shelf, Situation situation) {
        return new CharterRules(shelf, situation).decide(command);
    }

    @Override
    public Permission needed(CharterEvent event, Shelf before, Circumstances circumstances) {
        return switch (event) {
            case CharterEvent.Established established -> Permission.onHost();
            case CharterEvent.Proposed proposed ->
                Permission.onHost().or(Permission.right("charter.propose").and(new Permission.Human()));
            case CharterEvent.Approved approved -> {
                Permission permission = approval(before, approved.edition());
                yield circumstances.standing().holds(approved.role())
                        ? permission
                        : permission.and(Permission.seated("the role they name", List.of(approved.role())));
            }
            case CharterEvent.Adopted adopted ->
                before.editions()
                        .find(adopted.edition())
                        .map(Edition::quorum)
                        .filter(Quorum::reached)
                        .map(quorum -> approval(before, adopted.edition()))
                        .orElseGet(Permission::nobody);
            case CharterEvent.Withdrawn withdrawn ->
                before.editions()
                        .the(withdrawn.edition())
                        .proposer()
                        .map(proposer -> Permission.oneOf("the proposer", proposer))
                        .orElseGet(Permission::onHost)
                        .or(Permission.right("charter.withdraw"));
        };
    }

    /// Whoever agrees has the right to, is human, is neither the proposer nor somebody to whom the change
    /// gives more, and is signed in as the charter in force wants it.
    private static Permission approval(Shelf before, Id id) {
        Edition edition = before.editions().the(id);
        Permission permission = Permission.right(APPROVE)
                .and(Permission.seated("who approves charters", edition.quorum().roles()))
                .and(new Permission.Human())
                .and(new Permission.NoneOf(
                        "not the proposer", edition.proposer().stream().toList()))
                .and(new Permission.NoneOf("not somebody whom it gives more", edition.gaining()));
        List<String> authentication = before.inForce().orElseThrow().change().authentication();
        return authentication.isEmpty() ? permission : permission.and(new Permission.Authenticated(authentication));
    }

    @Override
    public Shelf evolve(Shelf shelf, Recorded<CharterEvent> recorded) {
        return CharterHistory.evolve(shelf, recorded);
    }

    @Override
    public Optional<Found> find(Shelf shelf, Id id) {
        return shelf.editions().find(id).map(edition -> new Found(edition.digest(), Lane.GENERAL));
    }

    @Override
    public Headline tell(Recorded<CharterEvent> recorded, Shelf before) {
        Headline.Part who = recorded.actor() instanceof Actor.Responder responder
                ? Headline.person(responder.person())
                : Headline.text("The operator on the host");
        return switch (recorded.event()) {
            case CharterEvent.Established established ->
                Headline.of(
                        "{0} brought the first charter, {1}: {2}",
                        who, Headline.text(established.charter().title()), Headline.text(established.note()));
            case CharterEvent.Proposed proposed ->
                Headline.of(
                        "{0} proposed charter {1}: {2}",
                        who, Headline.text(number(proposed.version())), Headline.text(proposed.note()));
            case CharterEvent.Approved approved ->
                Headline.of(
                        "{0} approved charter {1} as {2}",
                        who, Headline.text(number(approved.version())), Headline.text(title(before, approved.role())));
            case CharterEvent.Adopted adopted ->
                Headline.of("Charter {0} is in force", Headline.text(number(adopted.version())));
            case CharterEvent.Withdrawn withdrawn ->
                Headline.of(
                        "{0} withdrew charter {1}: {2}",
                        who, Headline.text(number(withdrawn.version())), Headline.text(withdrawn.reason()));
        };
    }

    private static String title(Shelf shelf, String role) {
        return shelf.inForce()
                .flatMap(charter -> charter.role(role))
                .map(Role::title)
                .orElse(role);
    }

    /// `3` of `3@<digest>`.
    private static String number(String version) {
        return version.substring(0, version.indexOf('@'));
    }

    @Override
    public List<View<Shelf>> views() {
        return List.of(new CharterBoard());
    }
}
