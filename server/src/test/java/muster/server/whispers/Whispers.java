package muster.server.whispers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muster.crises.CrisisAuthority;
import muster.kernel.Actor;
import muster.kernel.Authority;
import muster.kernel.Catalogue;
import muster.kernel.Circumstances;
import muster.kernel.Clearance;
import muster.kernel.Content;
import muster.kernel.Decision;
import muster.kernel.Feature;
import muster.kernel.Found;
import muster.kernel.Headline;
import muster.kernel.Id;
import muster.kernel.Key;
import muster.kernel.Lane;
import muster.kernel.Permission;
import muster.kernel.Readings;
import muster.kernel.Recorded;
import muster.kernel.Scope;
import muster.kernel.Situation;
import muster.kernel.Standing;
import muster.kernel.Table;
import muster.kernel.View;
import muster.server.Features;
import muster.testing.Actors;

/// The rules: whoever takes part may say anything; what is secret is for members of the lane.
public final class Whispers implements Feature<WhisperCommand, WhisperEvent, Whispers.Talk> {
    public static final Key<Talk> KEY = new Key<>("whispers", Scope.CRISIS, Talk.class);
    public static final Lane LANE = new Lane(Actors.id("the lane").text());

    public record Whisper(Id id, boolean secret, Content<String> text, List<Id> waitsFor, String digest) {
        Lane lane() {
            return secret ? LANE : Lane.GENERAL;
        }
    }

    public record Talk(Table<Whisper> whispers, Table<Boolean> members) {}

    public record Card(Id id, boolean secret, String text, List<Id> awaited) implements View.Card, View.Waiting {
        @Override
        public Set<Id> waitsFor() {
            return Set.copyOf(awaited);
        }
    }

    /// Everything there is, and whispers.
    public static Catalogue catalogue() {
        List<Feature<?, ?, ?>> all = new java.util.ArrayList<>(Features.catalogue().features().stream()
                .filter(feature -> !feature.key().name().equals("kernel"))
                .toList());
        all.add(new Whispers());
        return new Catalogue(
                all,
                Map.of(
                        Scope.ORGANISATION,
                        Features.catalogue().authority(Scope.ORGANISATION),
                        Scope.CRISIS,
                        new Members()));
    }

    /// A crisis's usual authority, and the lane for its members.
    private static final class Members implements Authority {
        private final Authority usual = new CrisisAuthority();

        @Override
        public Standing standing(Actor.Responder actor, Readings readings, java.time.Instant recordedAt) {
            Standing standing = usual.standing(actor, readings, recordedAt);
            Set<String> rights = new java.util.HashSet<>(standing.rights());
            rights.add("whispers.*");
            if (standing.holds("ciso")) {
                rights.add("kernel.view-as");
            }
            return standing.member()
                    ? new Standing(true, standing.human(), standing.seats(), rights, standing.charter())
                    : standing;
        }

        @Override
        public List<Id> withRight(String right, Readings readings, java.time.Instant recordedAt) {
            return usual.withRight(right, readings, recordedAt);
        }

        @Override
        public List<Id> inRole(String role, Readings readings, java.time.Instant recordedAt) {
            return usual.inRole(role, readings, recordedAt);
        }

        @Override
        public Clearance clearance(Actor.Responder actor, Readings readings, java.time.Instant recordedAt) {
            Clearance clearance = usual.clearance(actor, readings, recordedAt);
            return clearance.sees(Lane.GENERAL)
                            && readings.stateOf(KEY).members().has(actor.person())
                    ? new Clearance(List.of(Lane.GENERAL, LANE))
                    : clearance;
        }
    }

    @Override
    public Key<Talk> key() {
        return KEY;
    }

    @Override
    public Class<WhisperCommand> commands() {
        return WhisperCommand.class;
    }

    @Override
    public Class<WhisperEvent> events() {
        return WhisperEvent.class;
    }

    @Override
    public Talk initial() {
        return new Talk(Table.empty(), Table.empty());
    }

    @Override
    public Decision<WhisperEvent> decide(WhisperCommand command, Talk state, Situation situation) {
        return switch (command) {
            case WhisperCommand.Say(Id whisper, boolean secret, String text, List<Id> waitsFor) ->
                text.equals("break")
                        ? fault()
                        : Decision.accept(new WhisperEvent.Said(whisper, secret, Content.of(text), waitsFor));
            case WhisperCommand.Forget(Id whisper) -> Decision.accept(new WhisperEvent.Forgotten(whisper));
            case WhisperCommand.LetIn(Id person) -> Decision.accept(new WhisperEvent.CameIn(person));
            case WhisperCommand.LetOut(Id person) -> Decision.accept(new WhisperEvent.WentOut(person));
        };
    }

    private static Decision<WhisperEvent> fault() {
        throw new IllegalStateException("a fault of this feature");
    }

    @Override
    public Lane lane(WhisperEvent event, Talk before) {
        return switch (event) {
            case WhisperEvent.Said said -> said.secret() ? LANE : Lane.GENERAL;
            case WhisperEvent.Forgotten(Id whisper) ->
                before.whispers().the(whisper).lane();
            case WhisperEvent.CameIn in -> Lane.GENERAL;
            case WhisperEvent.WentOut out -> Lane.GENERAL;
        };
    }

    @Override
    public Permission needed(WhisperEvent event, Talk before, Circumstances circumstances) {
        return new Permission.Member();
    }

    @Override
    public Talk evolve(Talk state, Recorded<WhisperEvent> recorded) {
        return switch (recorded.event()) {
            case WhisperEvent.Said(Id id, boolean secret, Content<String> text, List<Id> waitsFor) ->
                new Talk(
                        state.whispers().with(id, new Whisper(id, secret, text, waitsFor, recorded.digest())),
                        state.members());
            case WhisperEvent.Forgotten(Id whisper) -> new Talk(state.whispers().without(whisper), state.members());
            case WhisperEvent.CameIn(Id person) ->
                new Talk(state.whispers(), state.members().with(person, true));
            case WhisperEvent.WentOut(Id person) ->
                new Talk(state.whispers(), state.members().without(person));
        };
    }

    @Override
    public Optional<Found> find(Talk state, Id id) {
        return state.whispers().find(id).map(whisper -> new Found(whisper.digest(), whisper.lane()));
    }

    @Override
    public Headline tell(Recorded<WhisperEvent> recorded, Talk before) {
        return switch (recorded.event()) {
            case WhisperEvent.Said said ->
                Headline.of(
                        "{0} said {1}",
                        Headline.person(recorded.by()), Headline.thing("whispers", said.whisper(), said.text()));
            case WhisperEvent.Forgotten(Id whisper) ->
                Headline.of(
                        "{0} was forgotten",
                        Headline.thing(
                                "whispers",
                                whisper,
                                before.whispers().the(whisper).text()));
            case WhisperEvent.CameIn(Id person) -> Headline.of("{0} came into the lane", Headline.person(person));
            case WhisperEvent.WentOut(Id person) -> Headline.of("{0} went out of the lane", Headline.person(person));
        };
    }

    @Override
    public List<View<Talk>> views() {
        return List.of(new All());
    }

    private static final class All implements View<Talk> {
        @Override
        public String name() {
            return "whispers.all";
        }

        @Override
        public Class<Whispers.Card> cards() {
            return Whispers.Card.class;
        }

        @Override
        public Table<?> subjects(Talk state) {
            return state.whispers();
        }

        @Override
        public Optional<View.Card> card(Id id, Talk state, Readings readings, Clearance clearance) {
            return state.whispers()
                    .find(id)
                    .filter(whisper -> clearance.sees(whisper.lane()))
                    .map(whisper -> new Whispers.Card(
                            id, whisper.secret(), whisper.text().or("(withheld)"), whisper.waitsFor()));
        }
    }
}
