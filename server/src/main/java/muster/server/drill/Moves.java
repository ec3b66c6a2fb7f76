package muster.server.drill;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.decisions.Replaces;
import muster.kernel.Id;
import muster.kernel.Ref;
import muster.server.console.Desk.DeskProblem;
import muster.server.library.Move;
import muster.server.library.PlaybookFile;
import muster.server.library.ScenarioFile;

/// Makes the moves of a story: each becomes the commands that somebody at a screen would give.
final class Moves {
    private static final Pattern MENTION = Pattern.compile("@([A-Za-z0-9][A-Za-z0-9_-]*)");
    private static final String INJECTS = "What comes in";

    private final Stage stage;
    private final Set<String> topics = new HashSet<>();

    Moves(Stage stage) {
        this.stage = stage;
    }

    /// Whether it was done.
    boolean make(Move move, Player by) {
        return move.declare()
                .map(it -> declare(by, it))
                .or(() -> move.offer().map(it -> offer(by, it)))
                .or(() -> move.ask().map(it -> ask(by, it)))
                .or(() -> move.say().map(it -> say(by, it.topic(), it.text())))
                .or(() ->
                        move.phase().map(it -> done(by, "crises.move-phase", "phase", it.to(), "reason", it.reason())))
                .or(() -> move.severity()
                        .map(it -> done(by, "crises.classify", "severity", it.to(), "reason", it.reason())))
                .or(() -> move.promise().map(it -> promise(by, it)))
                .or(() -> move.update().map(text -> done(by, "crises.give-update", "text", text)))
                .or(() -> move.answers().map(it -> answers(by, it)))
                .or(() -> move.standIn().map(it -> standIn(by, it)))
                .or(() -> move.standDown().map(role -> done(by, "crises.stand-down", "role", role)))
                .or(() -> move.handOverSeat().map(it -> handOverSeat(by, it)))
                .or(() -> move.admit().map(it -> admit(by, it)))
                .or(() -> move.dismiss()
                        .map(it -> done(by, "crises.dismiss", "person", person(it.who()), "reason", it.reason())))
                .or(() -> move.close()
                        .map(it -> done(by, "crises.close", "reason", it.reason(), "lessons", it.lessons())))
                .orElse(false);
    }

    private boolean done(Player by, String command, Object... fields) {
        return stage.act(by, command, fields).isCommitted();
    }

    private Id person(String handle) {
        return stage.speaker(handle)
                .map(Player::person)
                .orElseThrow(() -> new DeskProblem(handle + " is not in the cast."));
    }

    private boolean declare(Player by, Move.Declaration it) {
        return done(
                by,
                "crises.declare",
                "title",
                it.title(),
                "severity",
                it.severity(),
                "whatHappened",
                it.whatHappened().strip());
    }

    private boolean offer(Player by, Move.Offer it) {
        PlaybookFile.Work work =
                java.util.Objects.requireNonNull(stage.script().work().get(it.task()));
        Id to = person(it.to().orElse(work.role()));
        Optional<Ref> decision =
                work.forDecision().map(stage::decision).filter(stage::isKnown).map(id -> Ref.to("decisions", id));
        stage.known(stage.task(work.id()));
        return done(
                by,
                "tasks.offer",
                "task",
                stage.task(work.id()),
                "title",
                work.title(),
                "description",
                work.description().orElse("").strip(),
                "to",
                to,
                "due",
                it.due().map(stage.time()::plus),
                "risk",
                work.risk(),
                "dependsOn",
                work.dependsOn().stream()
                        .map(stage::task)
                        .filter(stage::isKnown)
                        .toList(),
                "evidenceRequired",
                work.evidence().orElse(false),
                "verifier",
                work.verifier().flatMap(stage::speaker).map(Player::person).filter(verifier -> !verifier.equals(to)),
                "forDecision",
                decision,
                "ifOption",
                work.ifOption().filter(option -> decision.isPresent()),
                "subject",
                work.subject(),
                "expected",
                work.expected());
    }

    private boolean ask(Player by, Move.Question it) {
        PlaybookFile.Question question =
                java.util.Objects.requireNonNull(stage.script().questions().get(it.decision()));
        List<Ref> evidence = it.evidence().stream()
                .flatMap(task -> stage.sight().task(stage.task(task)).stream())
                .map(card -> Ref.to("tasks", card.id()).at(card.text("digest")))
                .toList();
        stage.known(stage.decision(question.id()));
        return done(
                by,
                "decisions.ask",
                "decision",
                stage.decision(question.id()),
                "type",
                question.type(),
                "question",
                question.question(),
                "context",
                question.context().map(String::strip),
                "options",
                question.options(),
                "recommended",
                question.recommended(),
                "evidence",
                evidence,
                "subject",
                question.subject(),
                "deadline",
                it.within().map(stage.time()::plus),
                "replaces",
                question.replaces()
                        .filter(earlier -> stage.isKnown(stage.decision(earlier.decision())))
                        .map(earlier -> new Replaces(stage.decision(earlier.decision()), Map.copyOf(earlier.by()))));
    }

    private boolean promise(Player by, Move.Promise it) {
        return done(by, "crises.promise-update", "at", stage.time().plus(it.in()), "audience", it.audience());
    }

    private boolean answers(Player by, Move.Answers it) {
        return done(
                by,
                "crises.answer-questions",
                "whatHappened",
                it.whatHappened(),
                "howItAffectsUs",
                it.howItAffectsUs(),
                "whatWeKnow",
                it.whatWeKnow(),
                "whatWeDo",
                it.whatWeDo());
    }

    private boolean standIn(Player by, Move.StandIn it) {
        return done(
                by, "crises.stand-in", "role", it.role(), "until", stage.realTimeIn(it.lasts()), "reason", it.reason());
    }

    private boolean handOverSeat(Player by, Move.SeatHandOver it) {
        return done(
                by,
                "crises.hand-over-seat",
                "role",
                it.role(),
                "to",
                person(it.to()),
                "note",
                it.note().strip());
    }

    private boolean admit(Player by, Move.Admission it) {
        Player who = stage.speaker(it.who()).orElseThrow();
        Optional<Instant> until = it.lasts().map(stage::realTimeIn);
        return done(
                by,
                "crises.admit",
                "person",
                who.person(),
                "function",
                who.member().function(),
                "until",
                until,
                "ground",
                it.ground());
    }

    /// The exercise director says what the world says, and to whom.
    void inject(ScenarioFile.Inject inject) {
        StringBuilder text = new StringBuilder(
                "**" + inject.from() + "**\n\n" + inject.says().strip());
        List<String> handles = inject.to().stream()
                .flatMap(to -> stage.speaker(to).stream())
                .map(Player::handle)
                .distinct()
                .toList();
        if (!handles.isEmpty()) {
            text.append("\n\nFor @").append(String.join(", @", handles));
        }
        say(stage.director(), INJECTS, text.toString());
    }

    /// Says something in the topic of this title, which is opened where there is none; whoever is mentioned
    /// and in the room is told.
    boolean say(Player by, String topic, String text) {
        return say(by, topic, text, Optional.empty());
    }

    /// @param message the id to give it
    boolean say(Player by, String topic, String text, Optional<Id> message) {
        Id id = stage.ids().id("topic " + topic);
        if (topics.add(topic) && !done(by, "channels.open-topic", "topic", id, "title", topic)) {
            return false;
        }
        return done(
                by,
                "channels.post",
                "topic",
                id,
                "message",
                message,
                "text",
                text.strip(),
                "mentions",
                mentioned(text));
    }

    private List<Id> mentioned(String text) {
        Set<Id> inRoom = new HashSet<>();
        stage.room()
                .cards(stage.director().badge(), "crises.people")
                .cards()
                .forEach(card -> inRoom.add(new Card(card).id()));
        Matcher mention = MENTION.matcher(text);
        return mention.results()
                .map(found -> found.group(1))
                .distinct()
                .flatMap(handle -> stage.speaker(handle).stream())
                .map(Player::person)
                .filter(inRoom::contains)
                .toList();
    }
}
