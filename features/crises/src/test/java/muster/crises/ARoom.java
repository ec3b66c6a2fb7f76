package muster.crises;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.charter.AnOrganisation;
import muster.charter.Charters;
import muster.charter.OrganisationAuthority;
import muster.kernel.Actor;
import muster.kernel.Authority;
import muster.kernel.Catalogue;
import muster.kernel.Feature;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Ref;
import muster.kernel.Scope;
import muster.kernel.StreamId;
import muster.people.People;
import muster.testing.Actors;
import muster.testing.Scenario;

/// A crisis of [AnOrganisation], opened by dana, the incident lead, and declared `sev-1`: every seat of the
/// charter is held by whom the charter names first. judith (counsel of a partner) and soar (a service
/// account) exist, and take part in nothing unless [#admitted].
public final class ARoom {
    private static final Id CRISIS = Actors.id("the crisis");

    private static final Instant CHRISTMAS = Instant.parse("2026-12-24T18:00:00Z");

    private final AnOrganisation organisation;
    private final Scenario scenario;

    private ARoom(AnOrganisation organisation) {
        this.organisation = organisation;
        this.scenario = organisation.scenario().in(StreamId.of(CRISIS));
    }

    /// A declared crisis, in a world that knows these features besides people, charter and crises.
    public static ARoom with(Feature<?, ?, ?>... features) {
        ARoom room = opened(features);
        room.declare();
        return room;
    }

    private void declare() {
        as("dana")
                .give(new RoomCommand.Declare(
                        "Encrypted file servers in Rotterdam",
                        "sev-1",
                        "Ransom notes on forty servers since two in the morning."));
    }

    /// A declared crisis in which one more lane is open to everybody who takes part.
    public static ARoom withLane(Lane lane, Feature<?, ?, ?>... features) {
        ARoom room = opened(AnOrganisation.founded(Scenario.with(catalogue(new OneMoreLane(lane), features))));
        room.declare();
        return room;
    }

    /// A crisis that is still a candidate.
    public static ARoom opened(Feature<?, ?, ?>... features) {
        return opened(beforeOpening(features));
    }

    private static ARoom opened(AnOrganisation organisation) {
        ARoom room = new ARoom(organisation);
        room.organisation.as("dana").give(opening(false));
        return room;
    }

    /// An exercise, declared, that plays at Christmas.
    public static ARoom exercise(Feature<?, ?, ?>... features) {
        ARoom room = new ARoom(beforeOpening(features));
        room.organisation.as("dana").give(opening(true));
        room.as("dana").give(new RoomCommand.Declare("A ransom note", "sev-1", "The script says so."));
        return room;
    }

    /// An organisation in a world that knows these features besides people, charter and crises; nothing is open.
    public static AnOrganisation beforeOpening(Feature<?, ?, ?>... features) {
        return AnOrganisation.founded(Scenario.with(catalogue(features)));
    }

    static Catalogue catalogue(Feature<?, ?, ?>... features) {
        return catalogue(new CrisisAuthority(), features);
    }

    private static Catalogue catalogue(Authority authority, Feature<?, ?, ?>... features) {
        List<Feature<?, ?, ?>> all =
                new ArrayList<>(List.of(new People(), new Charters(), new Register(), new Crises()));
        all.addAll(List.of(features));
        return new Catalogue(all, Map.of(Scope.ORGANISATION, new OrganisationAuthority(), Scope.CRISIS, authority));
    }

    private static RegisterCommand.Open opening(boolean exercise) {
        return new RegisterCommand.Open(
                Optional.of(CRISIS),
                exercise,
                "Blackbird",
                "File servers do not answer.",
                exercise ? Optional.of(CHRISTMAS) : Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// With judith, who is no member otherwise, let in for a week.
    public ARoom admitted() {
        return admittedBy("dana");
    }

    ARoom admittedBy(String name) {
        as(name).give(new RoomCommand.Admit(
                id("judith"),
                "legal",
                Optional.of(scenario.now().plus(Duration.ofDays(7))),
                "Outside counsel by the engagement letter of 2 March."));
        return this;
    }

    /// The crisis's stream, asked by this person.
    public Scenario as(String name) {
        return scenario.as(actor(name));
    }

    /// The crisis's stream, asked by this person signed in in these ways.
    public Scenario as(String name, String... amr) {
        return scenario.as(organisation.actor(name, amr));
    }

    public Actor.Responder actor(String name) {
        return organisation.actor(name);
    }

    public Id id(String name) {
        return organisation.id(name);
    }

    /// The crisis's stream; speaks as the operator on the host unless told `as` whom.
    public Scenario scenario() {
        return scenario;
    }

    public AnOrganisation organisation() {
        return organisation;
    }

    public Id crisis() {
        return CRISIS;
    }

    public StreamId stream() {
        return scenario.stream();
    }

    public Room state() {
        return scenario.state(Crises.KEY);
    }

    public Seat seat(String role) {
        return state().seat(role).orElseThrow();
    }

    /// The seat, to point at.
    public Ref refTo(String role) {
        return Ref.to("crises", seat(role).id());
    }
}
