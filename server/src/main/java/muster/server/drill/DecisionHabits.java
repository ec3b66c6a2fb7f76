package muster.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muster.kernel.Id;
import muster.server.library.ScenarioFile;

/// What people do about questions that need authority: they are heard, they object, they wait for those who
/// must be heard, and they decide.
final class DecisionHabits {
    private static final String REGISTER = "decisions.register";
    /// So long before the end a decider no longer waits for those who must be heard.
    private static final Duration AT_LAST = Duration.ofMinutes(6);

    private static final Duration AGAIN = Duration.ofMinutes(12);
    private static final ScenarioFile.Hearing PLAIN = new ScenarioFile.Hearing(
            Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), List.of(), Optional.empty());

    private final Stage stage;
    private final Set<Id> deferred = new HashSet<>();

    DecisionHabits(Stage stage) {
        this.stage = stage;
    }

    static boolean isOpen(Card question) {
        return List.of("waiting", "handed-over", "deferred").contains(question.text("status"));
    }

    void look() {
        for (Card question : stage.sight().decisions()) {
            Optional<String> name = stage.nameOf(question.id());
            if (!isOpen(question)) {
                if (List.of("approved", "lapsed-to-default", "rejected").contains(question.text("status"))) {
                    name.ifPresent(each -> stage.cues.putIfAbsent(each, stage.time()));
                }
                continue;
            }
            question.time("deadline")
                    .filter(stage.time()::isBefore)
                    .ifPresent(due -> stage.agenda.once("tick " + due, due, () -> {}));
            if (!question.text("status").equals("deferred")) {
                heard(question);
                objections(question);
                deciders(question);
            }
        }
    }

    private String label(Card question) {
        return stage.nameOf(question.id()).orElse(question.id().text());
    }

    private ScenarioFile.Hearing hearing(Card question) {
        return stage.nameOf(question.id())
                .map(name -> stage.script().scenario().hearings().getOrDefault(name, PLAIN))
                .orElse(PLAIN);
    }

    private Instant since(Card question) {
        return question.time("askedAt").orElse(stage.time());
    }

    private void at(Card question, String what, Player player, Instant at, Habit habit) {
        String name = what + " " + label(question) + " " + player.handle();
        stage.agenda.once(name, at.isBefore(stage.time()) ? stage.time() : at, () -> look(question, player, habit));
    }

    private void look(Card question, Player player, Habit habit) {
        stage.look(player, REGISTER, question.id())
                .filter(DecisionHabits::isOpen)
                .ifPresent(now -> habit.act(player, now));
    }

    private interface Habit {
        void act(Player player, Card question);
    }

    private void heard(Card question) {
        question.texts("unheard")
                .forEach(role -> stage.speaker(role).filter(Player::isHuman).ifPresent(player -> {
                    String what = "answer " + role + " " + question.text("wording");
                    Instant at = player.getsTo(since(question), what + label(question), false);
                    at(question, what, player, at, (by, now) -> answer(by, now, role));
                }));
    }

    private void answer(Player player, Card question, String role) {
        if (question.texts("unheard").noneMatch(role::equals)) {
            return;
        }
        String text = hearing(question).answers().getOrDefault(role, "Nothing speaks against it from our side.");
        stage.act(player, "decisions.consult-answer", "decision", question.id(), "text", text.strip());
    }

    private void objections(Card question) {
        for (ScenarioFile.Objection objection : hearing(question).objections()) {
            stage.speaker(objection.by()).ifPresent(player -> object(question, player, objection.reason()));
        }
        for (Player player : stage.players()) {
            if (player.isHuman()
                    && !question.persons("waitingFor").contains(player.person())
                    && isSeated(player)
                    && player.happens(player.member().habits().objects(), "objects " + label(question))) {
                object(question, player, "I would want to know first what this costs my people.");
            }
        }
    }

    private boolean isSeated(Player player) {
        return stage.sight().seats().stream()
                .anyMatch(seat -> seat.person("holder").equals(Optional.of(player.person())));
    }

    private void object(Card question, Player player, String reason) {
        Instant at = player.getsTo(since(question), "object " + label(question), false);
        at(
                question,
                "object",
                player,
                at,
                (by, now) -> stage.act(by, "decisions.object", "decision", now.id(), "reason", reason.strip()));
    }

    private void deciders(Card question) {
        for (Id person : question.persons("waitingFor")) {
            stage.player(person).filter(player -> decides(player, question)).ifPresent(player -> {
                boolean after = stage.isLeft(question.id()) && spoken(question).isPresent();
                String what = "decide " + question.text("deadline") + question.text("level") + (after ? " after" : "");
                Instant since = question.text("level").equals("0") && !after ? since(question) : stage.time();
                Instant at = player.getsTo(later(since), what + label(question), true);
                at(question, what, player, at, this::decide);
            });
        }
    }

    /// Those who must be heard can do something about a question too, but not this.
    private boolean decides(Player player, Card question) {
        return question.texts("deciders")
                .flatMap(role -> stage.speakers(role).stream())
                .anyMatch(player::equals);
    }

    /// What was put off is looked at anew when it comes back.
    private Instant later(Instant since) {
        return stage.time().minus(Duration.ofHours(1)).isBefore(since) ? since : stage.time();
    }

    /// Whether it is left to visitors: until one of them has said what they think, then the others join in.
    private boolean isLeft(Card question) {
        return stage.isLeft(question.id()) && spoken(question).isEmpty();
    }

    /// When somebody last spoke for or against it, as it is worded now.
    static Optional<Instant> spoken(Card question) {
        return question.parts("voices")
                .filter(voice -> voice.is("counts"))
                .flatMap(voice -> voice.time("at").stream())
                .max(Instant::compareTo);
    }

    private void decide(Player player, Card question) {
        if (isLeft(question)
                || !question.persons("waitingFor").contains(player.person())
                || question.text("status").equals("deferred")
                || question.parts("voices")
                        .anyMatch(voice ->
                                voice.is("counts") && voice.person("person").equals(Optional.of(player.person())))) {
            return;
        }
        ScenarioFile.Hearing hearing = hearing(question);
        if (hearing.defer().isPresent() && deferred.add(question.id())) {
            stage.act(
                    player,
                    "decisions.defer",
                    "decision",
                    question.id(),
                    "until",
                    stage.time().plus(hearing.defer().get().lasts()),
                    "reason",
                    hearing.defer().get().reason());
            return;
        }
        List<String> unheard = question.texts("unheard").toList();
        Optional<Instant> last = question.time("deadline").map(deadline -> deadline.minus(AT_LAST));
        if (!unheard.isEmpty() && last.filter(stage.time()::isBefore).isPresent()) {
            Instant then =
                    stage.time().plus(AGAIN).isBefore(last.get()) ? stage.time().plus(AGAIN) : last.get();
            stage.agenda.again("wait", then, () -> look(question, player, this::decide));
            return;
        }
        approve(player, question, hearing, unheard);
    }

    private void approve(Player player, Card question, ScenarioFile.Hearing hearing, List<String> unheard) {
        String option = hearing.choose()
                .or(() -> Optional.of(question.text("recommended")).filter(id -> !id.isEmpty()))
                .orElseGet(() ->
                        question.parts("options").findFirst().orElseThrow().text("id"));
        boolean second = question.parts("voices").anyMatch(voice -> voice.is("counts"));
        String reason =
                hearing.reason().orElse("It harms least and can be taken back.").strip();
        stage.act(
                player,
                "decisions.approve",
                "decision",
                question.id(),
                "wording",
                question.at("wording"),
                "option",
                option,
                "reason",
                second ? "I agree, for the reason that is on record." : reason,
                "conditions",
                hearing.conditions().filter(text -> !second),
                "unheard",
                Optional.of("Nobody there could be reached in time, and waiting costs more.")
                        .filter(text -> !unheard.isEmpty()));
    }
}
