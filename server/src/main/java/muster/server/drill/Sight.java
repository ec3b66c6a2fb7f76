package muster.server.drill;

import java.util.List;
import java.util.Optional;
import muster.kernel.Id;

/// What everybody in the room can see at a moment.
///
/// @param seq the last entry that what was seen last is true at
record Sight(long seq, List<Card> tasks, List<Card> decisions, List<Card> seats, Optional<Card> crisis) {
    static final String TASKS = "tasks.board";
    static final String DECISIONS = "decisions.register";
    static final String SEATS = "crises.seats";
    static final String CRISIS = "crises.room";
    static final List<String> VIEWS = List.of(TASKS, DECISIONS, SEATS, CRISIS);
    static final Sight NOTHING = new Sight(-1, List.of(), List.of(), List.of(), Optional.empty());

    /// The views whose cards a command can change, through what follows from it too.
    static List<String> touchedBy(String command) {
        return switch (command.substring(0, command.indexOf('.'))) {
            case "tasks" -> List.of(TASKS);
            case "decisions" -> List.of(DECISIONS, TASKS);
            case "crises" -> List.of(SEATS, CRISIS, TASKS);
            default -> List.of();
        };
    }

    /// With the cards of one view seen anew.
    Sight with(String view, Room.Cards seen) {
        List<Card> cards = cards(seen);
        return new Sight(
                seen.seq(),
                view.equals(TASKS) ? cards : tasks,
                view.equals(DECISIONS) ? cards : decisions,
                view.equals(SEATS) ? cards : seats,
                view.equals(CRISIS) ? cards.stream().findFirst() : crisis);
    }

    static List<Card> cards(Room.Cards cards) {
        return cards.cards().stream().map(Card::new).toList();
    }

    Optional<Card> task(Id id) {
        return tasks.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    Optional<Card> decision(Id id) {
        return decisions.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    Optional<Card> seat(String role) {
        return seats.stream().filter(card -> card.text("role").equals(role)).findFirst();
    }

    boolean isClosed() {
        return crisis.filter(card -> card.text("phase").equals("closed")).isPresent();
    }
}
