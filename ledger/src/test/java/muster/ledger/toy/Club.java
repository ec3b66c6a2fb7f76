package muster.ledger.toy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.kernel.Actor;
import muster.kernel.Authority;
import muster.kernel.Circumstances;
import muster.kernel.Clearance;
import muster.kernel.Content;
import muster.kernel.Decision;
import muster.kernel.Feature;
import muster.kernel.Found;
import muster.kernel.Headline;
import muster.kernel.Id;
import muster.kernel.Key;
import muster.kernel.Permission;
import muster.kernel.Reaction;
import muster.kernel.Readings;
import muster.kernel.Recorded;
import muster.kernel.Scope;
import muster.kernel.Situation;
import muster.kernel.Standing;
import muster.kernel.Table;

/// Who is a member, and which rooms there are.
public final class Club implements Feature<ClubCommand, ClubEvent, Club.Members> {
    static final Key<Members> KEY = new Key<>("club", Scope.ORGANISATION, Members.class);

    /// @param persons by id
    /// @param rooms by id
    public record Members(Table<Boolean> persons, Table<Boolean> rooms) {}

    @Override
    public Key<Members> key() {
        return KEY;
    }

    @Override
    public Class<ClubCommand> commands() {
        return ClubCommand.class;
    }

    @Override
    public Class<ClubEvent> events() {
        return ClubEvent.class;
    }

    @Override
    public Members initial() {
        return new Members(Table.empty(), Table.empty());
    }

    @Override
    public Decision<ClubEvent> decide(ClubCommand command, Members state, Situation situation) {
        return switch (command) {
            case ClubCommand.Admit(Id person, String name) ->
                Decision.accept(new ClubEvent.Admitted(person, Content.of(name)));
            case ClubCommand.Open(Id room, String title) ->
                Decision.accept(new ClubEvent.Opened(room, Content.of(title)));
        };
    }

    @Override
    public Permission needed(ClubEvent event, Members before, Circumstances circumstances) {
        return Permission.onHost();
    }

    @Override
    public Members evolve(Members state, Recorded<ClubEvent> recorded) {
        return switch (recorded.event()) {
            case ClubEvent.Admitted admitted -> new Members(state.persons.with(admitted.person(), true), state.rooms);
            case ClubEvent.Opened opened -> new Members(state.persons, state.rooms.with(opened.room(), true));
        };
    }

    @Override
    public Optional<Found> find(Members state, Id id) {
        return Optional.empty();
    }

    @Override
    public Headline tell(Recorded<ClubEvent> event, Members before) {
        return Headline.of("Something happened to the club");
    }

    @Override
    public List<Reaction<?>> reactions() {
        return List.of(new WhenOpenedBeginRoom());
    }

    /// Members may do everything, others nothing.
    static final class Rules implements Authority {
        @Override
        public Standing standing(Actor.Responder actor, Readings readings, Instant recordedAt) {
            return readings.stateOf(KEY).persons().has(actor.person())
                    ? new Standing(true, true, List.of(), Set.of("*"), "1@toy")
                    : Standing.STRANGER;
        }

        @Override
        public List<Id> withRight(String right, Readings readings, Instant recordedAt) {
            return List.of();
        }

        @Override
        public List<Id> inRole(String role, Readings readings, Instant recordedAt) {
            return List.of();
        }

        @Override
        public Clearance clearance(Actor.Responder actor, Readings readings, Instant recordedAt) {
            return Clearance.GENERAL;
        }
    }
}
