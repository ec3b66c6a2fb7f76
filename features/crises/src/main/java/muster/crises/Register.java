package muster.crises;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.charter.Charter;
import muster.charter.Charters;
import muster.charter.Shelf;
import muster.kernel.Actor;
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
import muster.kernel.Reaction;
import muster.kernel.Readings;
import muster.kernel.Recorded;
import muster.kernel.Scope;
import muster.kernel.Situation;
import muster.kernel.StreamKind;
import muster.kernel.Table;
import muster.kernel.View;

/// The rules of the register: opening a crisis, and knowing that it is closed.
public final class Register implements Feature<RegisterCommand, RegisterEvent, Roll> {
    public static final Key<Roll> KEY = new Key<>("crises", Scope.ORGANISATION, Roll.class);

    public Register() {}

    /// The lane of the organisation's history that speaks of the crisis: open to those who take part in it.
    public static Lane laneOf(Id crisis) {
        return new Lane(crisis.text());
    }

    @Override
    public Key<Roll> key() {
        return KEY;
    }

    @Override
    public Class<RegisterCommand> commands() {
        return RegisterCommand.class;
    }

    @Override
    public Class<RegisterEvent> events() {
        return RegisterEvent.class;
    }

    @Override
    public Roll initial() {
        return Roll.EMPTY;
    }

    @Override
    public Decision<RegisterEvent> decide(RegisterCommand command, Roll roll, Situation situation) {
        return switch (command) {
            case RegisterCommand.Open open -> open(open, roll, situation);
            case RegisterCommand.NoteClosed note -> noteClosed(note, roll, situation);
        };
    }

    private static Decision<RegisterEvent> open(RegisterCommand.Open command, Roll roll, Situation situation) {
        Shelf shelf = situation.stateOf(Charters.KEY);
        Optional<String> version = command.charter().or(shelf::versionInForce);
        Optional<Charter> charter = version.flatMap(shelf::version);
        if (charter.isEmpty()) {
            return version.isEmpty()
                    ? Decision.refuse(
                            "no-charter", "No charter is in force, so nobody could do anything; adopt one first.")
                    : Decision.refuse("unknown-charter", "There is no charter " + version.get() + ".");
        }
        if (!command.exercise() && !version.equals(shelf.versionInForce())) {
            return Decision.refuse(
                    "not-in-force", "A crisis goes by the charter in force; only an exercise may try another.");
        }
        if (!command.exercise() && command.startsAt().isPresent()) {
            return Decision.refuse(
                    "not-an-exercise", "A crisis begins now; only an exercise can begin at another time.");
        }
        Id crisis = command.crisis().orElseGet(situation::newId);
        if (roll.crises().has(crisis)) {
            return Decision.refuse("opened-already", "There is a crisis of this id already; take a fresh random id.");
        }
        List<Appointment> extra = command.extraSeats().orElse(List.of());
        StreamKind kind = command.exercise() ? StreamKind.EXERCISE : StreamKind.CRISIS;
        return Wording.fault("code name", command.codeName(), Wording.NAME)
                .or(() -> Wording.fault("summary", command.summary(), Wording.TEXT))
                .or(() -> unseatable(extra, charter.get(), situation))
                .map(Wording.Fault::<RegisterEvent>refused)
                .orElseGet(() -> Decision.accept(new RegisterEvent.Opened(
                        crisis,
                        roll.nextLabel(kind),
                        kind,
                        version.get(),
                        command.startsAt(),
                        extra,
                        Content.of(command.codeName()),
                        Content.of(command.summary()))));
    }

    private static Optional<Wording.Fault> unseatable(List<Appointment> extra, Charter charter, Situation situation) {
        Set<String> roles = new HashSet<>();
        for (Appointment appointment : extra) {
            if (charter.role(appointment.role()).isEmpty()) {
                return Optional.of(new Wording.Fault(
                        "unknown-role", "The charter of this crisis has no role " + appointment.role() + "."));
            }
            if (!roles.add(appointment.role())) {
                return Optional.of(new Wording.Fault("role-twice", appointment.role() + " is to be filled twice."));
            }
            Optional<String> unfit = appointment
                    .people()
                    .flatMap(person -> SeatRules.unfitForSeat(person, situation).stream())
                    .findFirst();
            if (unfit.isPresent()) {
                return Optional.of(new Wording.Fault("unfit-for-seat", unfit.get()));
            }
        }
        return Optional.empty();
    }

    private static Decision<RegisterEvent> noteClosed(
            RegisterCommand.NoteClosed command, Roll roll, Situation situation) {
        if (!(situation.actor() instanceof Actor.Muster)) {
            return Decision.unseen();
        }
        return roll.crises()
                .find(command.crisis())
                .map(crisis -> crisis.closedAt().isEmpty()
                        ? Decision.<RegisterEvent>accept(new RegisterEvent.ClosedNoted(command.crisis()))
                        : Decision.<RegisterEvent>accept(List.of()))
                .orElseGet(Decision::unseen);
    }

    @Override
    public Lane lane(RegisterEvent event, Roll before) {
        return laneOf(event.crisis());
    }

    /// Who may open a crisis may not, by that, make himself what the charter does not.
    @Override
    public Permission needed(RegisterEvent event, Roll before, Circumstances circumstances) {
        return switch (event) {
            case RegisterEvent.Opened opened -> {
                Optional<Charter> charter = circumstances.stateOf(Charters.KEY).version(opened.charter());
                List<Id> unnamed = opened.extraSeats().stream()
                        .flatMap(seat ->
                                SeatRules.unnamed(charter, seat.role(), seat.holder(), seat.deputies()).stream())
                        .distinct()
                        .toList();
                Permission right = Permission.right("crises.open");
                yield unnamed.isEmpty() ? right : right.and(new Permission.NoneOf("nobody appoints himself", unnamed));
            }
            case RegisterEvent.ClosedNoted noted -> Permission.nobody();
        };
    }

    @Override
    public Roll evolve(Roll roll, Recorded<RegisterEvent> recorded) {
        return switch (recorded.event()) {
            case RegisterEvent.Opened opened ->
                roll.opened(new Roll.Listed(
                        opened.crisis(),
                        opened.label(),
                        opened.streamKind(),
                        recorded.by(),
                        recorded.time(),
                        opened.charter(),
                        opened.codeName(),
                        Optional.empty(),
                        recorded.digest()));
            case RegisterEvent.ClosedNoted noted -> roll.closed(noted.crisis(), recorded.time());
        };
    }

    @Override
    public Optional<Found> find(Roll roll, Id id) {
        return roll.crises().find(id).map(crisis -> new Found(crisis.digest(), laneOf(id)));
    }

    @Override
    public Headline tell(Recorded<RegisterEvent> recorded, Roll before) {
        return switch (recorded.event()) {
            case RegisterEvent.Opened opened ->
                Headline.of(
                        "{0} opened {1} as {2}",
                        Headline.person(recorded.by()),
                        Headline.text(opened.label()),
                        Headline.thing("crises", opened.crisis(), opened.codeName()));
            case RegisterEvent.ClosedNoted noted -> {
                Roll.Listed crisis = before.crises().the(noted.crisis());
                yield Headline.of(
                        "{0} was closed: {1}",
                        Headline.text(crisis.label()), Headline.thing("crises", crisis.crisis(), crisis.codeName()));
            }
        };
    }

    @Override
    public List<View<Roll>> views() {
        return List.of(new ListOfCrises());
    }

    @Override
    public List<Reaction<?>> reactions() {
        return List.of(new WhenOpenedBeginRoom());
    }

    /// The list of crises: each one for those who take part in it.
    private static final class ListOfCrises implements View<Roll> {
        @Override
        public String name() {
            return "crises.register";
        }

        @Override
        public Class<RegisterCard> cards() {
            return RegisterCard.class;
        }

        @Override
        public Table<?> subjects(Roll roll) {
            return roll.crises();
        }

        @Override
        public Optional<Card> card(Id id, Roll roll, Readings readings, Clearance clearance) {
            return clearance.sees(laneOf(id)) ? roll.crises().find(id).map(RegisterCard::of) : Optional.empty();
        }
    }
}
