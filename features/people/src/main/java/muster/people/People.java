package muster.people;

import java.util.List;
import java.util.Optional;
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

/// The feature: who there is, on what terms, and who is signed in.
public final class People implements Feature<PeopleCommand, PeopleEvent, Directory> {
    public static final Key<Directory> KEY = new Key<>("people", Scope.ORGANISATION, Directory.class);

    public People() {}

    @Override
    public Key<Directory> key() {
        return KEY;
    }

    @Override
    public Class<PeopleCommand> commands() {
        return PeopleCommand.class;
    }

    @Override
    public Class<PeopleEvent> events() {
        return PeopleEvent.class;
    }

    @Override
    public Directory initial() {
        return Directory.EMPTY;
    }

    @Override
    public Decision<PeopleEvent> decide(PeopleCommand command, Directory directory, Situation situation) {
        return new PeopleRules(directory, situation).decide(command);
    }

    /// The host may do everything here, for without people there is nobody else; nobody but the host signs
    /// somebody in by anything stronger than its word, or uses a sign-in link.
    @Override
    public Permission needed(PeopleEvent event, Directory before, Circumstances circumstances) {
        return switch (event) {
            case PeopleEvent.Added added -> hostOr("people.add");
            case PeopleEvent.Renamed renamed -> hostOr("people.change");
            case PeopleEvent.HandleChanged changed -> hostOr("people.change");
            case PeopleEvent.Relocated relocated -> hostOr("people.change");
            case PeopleEvent.HoursChanged changed -> hostOr("people.change");
            case PeopleEvent.ReachChanged changed -> hostOr("people.change");
            case PeopleEvent.OwnerChanged changed -> hostOr("people.change");
            case PeopleEvent.PurposeChanged changed -> hostOr("people.change");
            case PeopleEvent.EngagementChanged changed -> hostOr("people.change");
            case PeopleEvent.Removed removed -> hostOr("people.remove");
            case PeopleEvent.PartnerEngaged engaged -> hostOr("people.engage-partner");
            case PeopleEvent.EngagementSet set -> hostOr("people.set-engagement");
            case PeopleEvent.SessionOpened opened ->
                opened.amr().equals(Session.VOUCHED) ? hostOr("people.issue-token") : Permission.onHost();
            case PeopleEvent.SessionEnded ended ->
                hostOr("people.end-session")
                        .or(Permission.oneOf(
                                "the session's own person",
                                before.sessions().the(ended.session()).person()));
            case PeopleEvent.LinkIssued issued -> hostOr("people.issue-link");
            case PeopleEvent.LinkRedeemed redeemed -> Permission.onHost();
            case PeopleEvent.AbsenceSet set ->
                hostOr("people.set-absence").or(Permission.oneOf("the person", set.person()));
            case PeopleEvent.AbsenceCancelled cancelled ->
                hostOr("people.cancel-absence").or(Permission.oneOf("the person", cancelled.person()));
        };
    }

    private static Permission hostOr(String right) {
        return Permission.onHost().or(Permission.right(right));
    }

    @Override
    public Directory evolve(Directory directory, Recorded<PeopleEvent> recorded) {
        return PeopleHistory.evolve(directory, recorded);
    }

    @Override
    public Optional<Found> find(Directory directory, Id id) {
        return directory
                .person(id)
                .map(Person::digest)
                .or(() -> directory.partner(id).map(Partner::digest))
                .map(digest -> new Found(digest, Lane.GENERAL));
    }

    @Override
    public Headline tell(Recorded<PeopleEvent> recorded, Directory before) {
        return PeopleStory.tell(recorded.event(), before);
    }

    @Override
    public List<View<Directory>> views() {
        return PeopleBoard.VIEWS;
    }
}
