package muster.charter;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import muster.kernel.Actor;
import muster.kernel.Authority;
import muster.kernel.Clearance;
import muster.kernel.HeldSeat;
import muster.kernel.Id;
import muster.kernel.Readings;
import muster.kernel.Standing;
import muster.people.Directory;
import muster.people.People;
import muster.people.Person;

/// Who stands for what in the organisation's own affairs: whoever holds a role of the charter in force that
/// speaks there, or is a deputy of one. Everybody who is honestly signed in is a member.
public final class OrganisationAuthority implements Authority {
    public OrganisationAuthority() {}

    @Override
    public Standing standing(Actor.Responder actor, Readings readings, Instant recordedAt) {
        Directory directory = readings.stateOf(People.KEY);
        if (!directory.honours(actor, recordedAt)) {
            return Standing.STRANGER;
        }
        boolean human = directory.person(actor.person()).filter(Person::isHuman).isPresent();
        Shelf shelf = readings.stateOf(Charters.KEY);
        List<Role> roles = speaking(shelf)
                .filter(role -> role.people().anyMatch(actor.person()::equals))
                .toList();
        Set<String> rights = new LinkedHashSet<>();
        roles.forEach(role -> rights.addAll(role.rights()));
        return new Standing(
                true,
                human,
                roles.stream().map(role -> seat(role, actor.person())).toList(),
                rights,
                shelf.versionInForce().orElse(""));
    }

    private static HeldSeat seat(Role role, Id person) {
        Optional<Id> deputyFor = role.holders().contains(person)
                ? Optional.empty()
                : role.holders().stream().findFirst();
        return new HeldSeat(role.name(), deputyFor, Optional.empty());
    }

    @Override
    public List<Id> withRight(String right, Readings readings, Instant recordedAt) {
        return engaged(speaking(readings.stateOf(Charters.KEY)).filter(role -> role.has(right)), readings, recordedAt);
    }

    @Override
    public List<Id> inRole(String role, Readings readings, Instant recordedAt) {
        return engaged(
                speaking(readings.stateOf(Charters.KEY))
                        .filter(each -> each.name().equals(role)),
                readings,
                recordedAt);
    }

    @Override
    public Clearance clearance(Actor.Responder actor, Readings readings, Instant recordedAt) {
        return readings.stateOf(People.KEY).honours(actor, recordedAt) ? Clearance.GENERAL : Clearance.NONE;
    }

    private static Stream<Role> speaking(Shelf shelf) {
        return shelf.inForce().stream()
                .flatMap(charter -> charter.roles().stream())
                .filter(Role::organisation);
    }

    private static List<Id> engaged(Stream<Role> roles, Readings readings, Instant recordedAt) {
        Directory directory = readings.stateOf(People.KEY);
        return roles.flatMap(Role::people)
                .distinct()
                .filter(person -> directory.isEngaged(person, recordedAt))
                .toList();
    }
}
