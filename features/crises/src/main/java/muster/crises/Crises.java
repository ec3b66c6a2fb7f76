package muster.crises;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.kernel.Alarm;
import muster.kernel.Alarms;
import muster.kernel.Circumstances;
import muster.kernel.Decision;
import muster.kernel.Feature;
import muster.kernel.Found;
import muster.kernel.Headline;
import muster.kernel.Id;
import muster.kernel.Key;
import muster.kernel.Lane;
import muster.kernel.OpenItem;
import muster.kernel.Permission;
import muster.kernel.Reaction;
import muster.kernel.Recorded;
import muster.kernel.Ref;
import muster.kernel.Scope;
import muster.kernel.Situation;
import muster.kernel.View;

/// The rules of a crisis itself: how it begins, where it stands, who takes part, what is promised and told,
/// how it ends. Everything here is in the general lane, because later judgements of authority rest on it.
public final class Crises implements Feature<RoomCommand, RoomEvent, Room> {
    public static final Key<Room> KEY = new Key<>("crises", Scope.CRISIS, Room.class);

    public Crises() {}

    @Override
    public Key<Room> key() {
        return KEY;
    }

    @Override
    public Class<RoomCommand> commands() {
        return RoomCommand.class;
    }

    @Override
    public Class<RoomEvent> events() {
        return RoomEvent.class;
    }

    @Override
    public Room initial() {
        return Room.EMPTY;
    }

    @Override
    public Decision<RoomEvent> decide(RoomCommand command, Room room, Situation situation) {
        return RoomRules.decide(command, room, situation);
    }

    @Override
    public Permission needed(RoomEvent event, Room before, Circumstances circumstances) {
        return switch (event) {
            case RoomEvent.Begun begun -> Permission.nobody();
            case RoomEvent.Declared declared -> Permission.right("crises.declare");
            case RoomEvent.Classified classified -> Permission.right("crises.classify");
            case RoomEvent.PhaseMoved moved -> Permission.right("crises.move-phase");
            case RoomEvent.SeatFilled filled -> toFill(filled, before, circumstances);
            case RoomEvent.SeatVacated vacated -> Permission.right("crises.vacate-seat");
            case RoomEvent.StoodIn stood ->
                Permission.right("crises.stand-in")
                        .and(new Permission.OneOf(
                                "a deputy of the seat",
                                before.seat(stood.role()).map(Seat::deputies).orElse(List.of())));
            case RoomEvent.StoodDown stood ->
                Permission.right("crises.stand-down").and(holderOr(Optional.of(stood.person()), stood.role(), before));
            case RoomEvent.SeatOffered offered ->
                Permission.right("crises.hand-over-seat").and(holderOr(Optional.empty(), offered.role(), before));
            case RoomEvent.SeatKept kept ->
                Permission.right("crises.keep-seat").and(holderOr(Optional.empty(), kept.role(), before));
            case RoomEvent.SeatAccepted accepted ->
                Permission.right("crises.accept-seat").and(offeredTo(accepted.role(), before));
            case RoomEvent.SeatDeclined declined ->
                Permission.right("crises.decline-seat").and(offeredTo(declined.role(), before));
            case RoomEvent.Admitted admitted -> Permission.right("crises.admit");
            case RoomEvent.Dismissed dismissed -> Permission.right("crises.dismiss");
            case RoomEvent.UpdatePromised promised -> Permission.right("crises.promise-update");
            case RoomEvent.UpdateGiven given -> Permission.right("crises.give-update");
            case RoomEvent.UpdateMissed missed -> Permission.nobody();
            case RoomEvent.QuestionsAnswered answered -> Permission.right("crises.answer-questions");
            case RoomEvent.Closed closed -> Permission.right("crises.close");
        };
    }

    /// Who may fill seats may not, by that, make himself what the charter does not.
    private static Permission toFill(RoomEvent.SeatFilled filled, Room before, Circumstances circumstances) {
        List<Id> already = before.seat(filled.role()).map(Seat::deputies).orElse(List.of());
        List<Id> unnamed = SeatRules.unnamed(
                        CrisisAuthority.charter(circumstances.readings()),
                        filled.role(),
                        filled.person(),
                        filled.deputies())
                .stream()
                .filter(person -> person.equals(filled.person()) || !already.contains(person))
                .toList();
        Permission right = Permission.right("crises.fill-seat");
        return unnamed.isEmpty() ? right : right.and(new Permission.NoneOf("nobody appoints himself", unnamed));
    }

    private static Permission holderOr(Optional<Id> other, String role, Room before) {
        List<Id> persons = Stream.concat(before.seat(role).flatMap(Seat::holder).stream(), other.stream())
                .toList();
        return new Permission.OneOf(other.isPresent() ? "the holder or the deputy in the seat" : "the holder", persons);
    }

    private static Permission offeredTo(String role, Room before) {
        return new Permission.OneOf(
                "whom the seat is offered to",
                before.seat(role).flatMap(Seat::handover).map(Seat.Handover::to).stream()
                        .toList());
    }

    @Override
    public Room evolve(Room room, Recorded<RoomEvent> recorded) {
        return RoomHistory.evolve(room, recorded);
    }

    @Override
    public Optional<Found> find(Room room, Id id) {
        return room.opening()
                .filter(opening -> opening.crisis().equals(id))
                .map(Room.Opening::digest)
                .or(() -> room.seats().find(id).map(Seat::digest))
                .map(digest -> new Found(digest, Lane.GENERAL));
    }

    @Override
    public Headline tell(Recorded<RoomEvent> recorded, Room before) {
        return RoomStory.tell(recorded, before);
    }

    @Override
    public List<View<Room>> views() {
        return RoomViews.ALL;
    }

    @Override
    public List<Reaction<?>> reactions() {
        return List.of(new WhenClosedNoteInRegister());
    }

    @Override
    public Alarms alarms(Room room) {
        return room.briefing()
                .promise()
                .filter(promise -> !promise.missed())
                .map(promise ->
                        Alarms.none().with(new Alarm("update", promise.at(), new RoomCommand.MissUpdate(promise.at()))))
                .orElse(Alarms.none());
    }

    /// Seats on their way from one shift to the next; they bar nothing.
    @Override
    public Iterable<OpenItem> openItems(Room room) {
        return () -> room.seats().stream()
                .filter(seat -> seat.handover().isPresent())
                .map(seat -> new OpenItem(
                        Ref.to("crises", seat.id()),
                        "handover of a seat",
                        Lane.GENERAL,
                        seat.holder(),
                        Optional.empty(),
                        false))
                .iterator();
    }
}
