package muster.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import muster.kernel.Id;
import muster.server.console.Desk.DeskProblem;
import muster.server.library.Library.Script;
import tools.jackson.databind.node.ObjectNode;

/// What a play is played on: the room, the cast, what is to come, and what everybody can see.
final class Stage {
    static final String LEAD = "incident-lead";

    private final Script script;
    private final Room room;
    private final Ids ids;
    private final Player director;
    private final Map<String, Player> players = new LinkedHashMap<>();
    private final Map<Id, Player> byPerson = new HashMap<>();
    private final Map<Id, String> names = new HashMap<>();
    private final Set<Id> known = new HashSet<>();
    private final Set<String> left = new HashSet<>();
    private final Consumer<Act> watcher;
    private final List<Act> acts = new ArrayList<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private Sight sight = Sight.NOTHING;
    private Instant time;

    final Agenda agenda = new Agenda();
    /// When what others wait for came, by its id in the scenario.
    final Map<String, Instant> cues = new HashMap<>();

    Stage(Script script, Room room, List<Player> cast, Ids ids, Consumer<Act> watcher) {
        this.script = script;
        this.room = room;
        this.ids = ids;
        this.watcher = watcher;
        this.time = script.scenario().opening().at();
        for (Player player : cast) {
            players.put(player.handle(), player);
            byPerson.put(player.person(), player);
        }
        script.work().keySet().forEach(id -> names.put(task(id), id));
        script.questions().keySet().forEach(id -> names.put(decision(id), id));
        this.director = cast.stream()
                .filter(player -> player.member().holds().contains("exercise-director"))
                .findFirst()
                .orElseThrow(() -> new DeskProblem("Nobody in the cast is the exercise-director."));
    }

    Script script() {
        return script;
    }

    Ids ids() {
        return ids;
    }

    Room room() {
        return room;
    }

    Player director() {
        return director;
    }

    Iterable<Player> players() {
        return players.values();
    }

    Sight sight() {
        return sight;
    }

    /// Crisis time, as far as the play has come.
    Instant time() {
        return time;
    }

    void isNow(Instant later) {
        time = later;
    }

    List<Act> acts() {
        return acts;
    }

    Id task(String name) {
        return ids.id("task " + name);
    }

    Id decision(String name) {
        return ids.id("decision " + name);
    }

    /// What the scenario calls a task or decision; empty for what others brought in.
    Optional<String> nameOf(Id id) {
        return Optional.ofNullable(names.get(id));
    }

    /// Whether a task or decision of the scenario is on stage already.
    boolean isKnown(Id id) {
        return known.contains(id);
    }

    void known(Id id) {
        known.add(id);
    }

    /// From here on the play keeps its hands off these things.
    void leave(List<String> things) {
        left.addAll(things);
    }

    boolean isLeft(Id id) {
        return nameOf(id).filter(left::contains).isPresent();
    }

    Optional<Player> player(Id person) {
        return Optional.ofNullable(byPerson.get(person));
    }

    /// Who speaks for a role now, a deputy in the seat before its holder; or the member of the cast of this
    /// handle.
    Optional<Player> speaker(String roleOrHandle) {
        Optional<Card> seat = sight.seat(roleOrHandle);
        if (seat.isEmpty()) {
            return Optional.ofNullable(players.get(roleOrHandle));
        }
        boolean stoodIn = seat.get()
                .time("standInUntil")
                .filter(until -> until.isAfter(room.now()))
                .isPresent();
        return Optional.of("standIn")
                .filter(deputy -> stoodIn)
                .flatMap(seat.get()::person)
                .or(() -> seat.get().person("holder"))
                .flatMap(this::player);
    }

    /// Everybody who may speak for a role now.
    List<Player> speakers(String role) {
        return Stream.concat(
                        speaker(role).stream(),
                        sight.seat(role).flatMap(seat -> seat.person("holder")).flatMap(this::player).stream())
                .distinct()
                .toList();
    }

    /// Those who may stand in for a role, in order.
    List<Player> deputies(String role) {
        return sight.seat(role).stream()
                .flatMap(seat -> seat.persons("deputies").stream())
                .flatMap(person -> player(person).stream())
                .toList();
    }

    /// Gives a command as a participant.
    Reply act(Player by, String command, Object... fields) {
        return act(by, command, Fields.of(fields));
    }

    Reply act(Player by, String command, ObjectNode fields) {
        Reply reply = room.act(by.badge(), command, fields, ids.key("act " + acts.size()));
        note(by, command, reply);
        touched.addAll(Sight.touchedBy(command));
        return reply;
    }

    void note(Player by, String command, Reply reply) {
        Act act = new Act(time, by.handle(), command, reply.text(), reply.words());
        acts.add(act);
        watcher.accept(act);
    }

    /// A card as a participant sees it right now.
    Optional<Card> look(Player as, String view, Id id) {
        return Sight.cards(room.cards(as.badge(), view)).stream()
                .filter(card -> card.id().equals(id))
                .findFirst();
    }

    /// Looks at everything that everybody can see right now.
    void look() {
        touched.addAll(Sight.VIEWS);
        lookAtTouched();
    }

    /// Looks at what the commands since the last look can have changed.
    void lookAtTouched() {
        for (String view : touched) {
            sight = sight.with(view, room.cards(director.badge(), view));
        }
        touched.clear();
    }

    /// Looks at everything if anything but this entry was written since the last look.
    ///
    /// @param seq where the record stood before it
    void lookIfMoreThan(long entry, long seq) {
        Room.Cards crisis = room.cards(director.badge(), Sight.CRISIS);
        sight = sight.with(Sight.CRISIS, crisis);
        if (crisis.seq() > entry || seq < entry - 1) {
            look();
        }
    }

    /// Real time so much from now: for what ends by itself.
    Instant realTimeIn(Duration span) {
        return room.now().plus(span);
    }
}
