package muster.server.library;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muster.people.Person;
import muster.server.library.Library.Script;

/// What a scenario must be besides well-formed: whom and what it names is there, and its story can begin.
final class ScenarioCheck {
    private final Script script;
    private final ScenarioFile scenario;
    private final Check check;
    private final Set<String> roles = new HashSet<>();
    private final Set<String> handles = new HashSet<>();
    private final Set<String> actors = new HashSet<>();
    private final Set<String> severities = new HashSet<>();
    private final Map<String, CharterFile.DecisionType> types = new HashMap<>();

    private ScenarioCheck(Script script, YamlTree tree) {
        this.script = script;
        this.scenario = script.scenario();
        this.check = new Check(tree);
        script.charter().roles().forEach(role -> roles.add(role.name()));
        script.charter().severities().forEach(each -> severities.add(each.name()));
        script.charter().decisionTypes().forEach(type -> types.put(type.name(), type));
        scenario.cast().forEach(member -> handles.add(member.handle()));
        actors.addAll(roles);
        actors.addAll(handles);
    }

    /// @throws BadFile with everything that is wrong
    static void check(Script script, YamlTree tree) {
        new ScenarioCheck(script, tree).all();
    }

    private void all() {
        check.taken(script.borrowed(), "the playbook");
        facts();
        cast();
        PlaybookCheck.work(check, "tasks", scenario.tasks(), script.work().keySet(), script.questions());
        PlaybookCheck.questions(
                check, "decisions", scenario.decisions(), script.questions().keySet());
        terms();
        injects();
        story();
        courses();
        hearings();
        scenario.demonstration().ifPresent(this::demonstration);
        check.done();
    }

    private void facts() {
        Set<String> sources = new HashSet<>();
        scenario.sources().forEach(source -> sources.add(source.id()));
        for (int i = 0; i < scenario.facts().size(); i++) {
            check.among("facts[" + i + "].source", scenario.facts().get(i).source(), sources, "a source");
        }
        for (int i = 0; i < scenario.disagreements().size(); i++) {
            String at = "disagreements[" + i + "].accounts";
            for (String source : scenario.disagreements().get(i).accounts().keySet()) {
                check.among(at + "." + source, source, sources, "a source");
            }
        }
    }

    private void cast() {
        Set<String> partners = new HashSet<>();
        scenario.partners().forEach(partner -> partners.add(partner.id()));
        Set<String> seen = new HashSet<>();
        Set<String> held = new HashSet<>();
        for (int i = 0; i < scenario.cast().size(); i++) {
            ScenarioFile.Member member = scenario.cast().get(i);
            String at = "cast[" + i + "]";
            if (!seen.add(member.handle())) {
                check.wrong(at + ".handle", "is taken already");
            }
            if (!ZoneId.getAvailableZoneIds().contains(member.zone())) {
                check.wrong(at + ".zone", "is not the IANA name of a time zone such as Europe/Oslo");
            }
            check.allAmong(at + ".holds", member.holds(), roles, "a role of the charter");
            check.allAmong(at + ".deputises", member.deputises(), roles, "a role of the charter");
            check.among(at + ".partner", member.partner(), partners, "a partner");
            check.among(at + ".owner", member.owner(), handles, "a member of the cast");
            boolean human = member.kind().orElse(Person.Kind.HUMAN) == Person.Kind.HUMAN;
            if (human == member.owner().isPresent()) {
                check.wrong(at + ".owner", "is for what is not human, and only for that");
            }
            held.addAll(member.holds());
        }
        script.charter().roles().stream()
                .filter(role -> role.holders().isEmpty() && !held.contains(role.name()) && decides(role.name()))
                .forEach(role -> check.wrong("cast", "nobody holds the role " + role.name() + ", which decides"));
        check.among("opening.by", scenario.opening().by(), handles, "a member of the cast");
    }

    private boolean decides(String role) {
        return types.values().stream()
                .anyMatch(type -> type.deciders().contains(role)
                        || type.escalation().stream()
                                .anyMatch(step -> step.roles().contains(role)));
    }

    /// Work and questions of the playbook too: they are checked against this scenario's charter.
    private void terms() {
        script.work().values().forEach(work -> {
            String at = "tasks" + indexOf(scenario.tasks(), work);
            check.among(at + ".role", work.role(), actors, "a role of the charter or a handle");
            check.among(at + ".verifier", work.verifier(), actors, "a role of the charter or a handle");
        });
        script.questions()
                .values()
                .forEach(question -> check.among(
                        "decisions" + indexOf(scenario.decisions(), question) + ".type",
                        question.type(),
                        types.keySet(),
                        "a decision type of the charter"));
    }

    private static String indexOf(List<?> entries, Object entry) {
        int index = entries.indexOf(entry);
        return index < 0 ? "" : "[" + index + "]";
    }

    private void injects() {
        for (int i = 0; i < scenario.injects().size(); i++) {
            ScenarioFile.Inject inject = scenario.injects().get(i);
            check.id("injects[" + i + "].id", inject.id());
            for (int n = 0; n < inject.to().size(); n++) {
                if (!inject.to().get(n).equals("everyone")) {
                    check.among("injects[" + i + "].to[" + n + "]", inject.to().get(n), actors, "a role or handle");
                }
            }
        }
    }

    private void story() {
        Set<String> cues = new HashSet<>(script.work().keySet());
        cues.addAll(script.questions().keySet());
        scenario.injects().forEach(inject -> cues.add(inject.id()));
        for (int i = 0; i < scenario.story().size(); i++) {
            String id = "story[" + i + "].id";
            scenario.story().get(i).id().ifPresent(each -> {
                check.id(id, each);
                cues.add(each);
            });
        }
        for (int i = 0; i < scenario.story().size(); i++) {
            Move move = scenario.story().get(i);
            String at = "story[" + i + "]";
            check.among(at + ".by", move.by(), actors, "a role or handle");
            check.allAmong(at + ".after", move.after(), cues, "an inject, work, a question or a move");
            if (move.at().isEmpty() && move.after().isEmpty()) {
                check.wrong(at, "needs a cue: at, after or both");
            }
            option(move, at);
            action(move, at);
        }
        canHappen(cues);
    }

    private void option(Move move, String at) {
        Optional<PlaybookFile.Question> asked = move.after().stream()
                .map(script.questions()::get)
                .filter(java.util.Objects::nonNull)
                .reduce((first, second) -> second);
        if (move.option().isPresent() && asked.isEmpty()) {
            check.wrong(at + ".option", "means nothing without a question in after");
        }
        asked.ifPresent(question ->
                check.among(at + ".option", move.option(), PlaybookCheck.optionIds(question), "an option of it"));
    }

    private void action(Move move, String at) {
        Set<String> work = script.work().keySet();
        move.declare().ifPresent(it -> check.among(at + ".declare.severity", it.severity(), severities, "a severity"));
        move.severity().ifPresent(it -> check.among(at + ".severity.to", it.to(), severities, "a severity"));
        move.offer().ifPresent(it -> {
            check.among(at + ".offer.task", it.task(), work, "work of this scenario or its playbook");
            check.among(at + ".offer.to", it.to(), actors, "a role or handle");
        });
        move.ask().ifPresent(it -> {
            check.among(at + ".ask.decision", it.decision(), script.questions().keySet(), "a question");
            check.allAmong(at + ".ask.evidence", it.evidence(), work, "work");
        });
        move.standIn().ifPresent(it -> check.among(at + ".standIn.role", it.role(), roles, "a role"));
        move.standDown().ifPresent(it -> check.among(at + ".standDown", it, roles, "a role"));
        move.handOverSeat().ifPresent(it -> {
            check.among(at + ".handOverSeat.role", it.role(), roles, "a role");
            check.among(at + ".handOverSeat.to", it.to(), handles, "a member of the cast");
        });
        move.admit().ifPresent(it -> check.among(at + ".admit.who", it.who(), handles, "a member of the cast"));
        move.dismiss().ifPresent(it -> check.among(at + ".dismiss.who", it.who(), handles, "a member of the cast"));
    }

    /// Follows the cues: what is offered or asked by no move never ends, and what waits for itself never begins.
    private void canHappen(Set<String> cues) {
        Set<String> happens = new HashSet<>();
        scenario.injects().forEach(inject -> happens.add(inject.id()));
        List<Move> waiting = new ArrayList<>(scenario.story());
        while (waiting.removeIf(move -> {
            boolean ready = happens.containsAll(move.after());
            if (ready) {
                move.id().ifPresent(happens::add);
                move.offer().ifPresent(offer -> happens.add(offer.task()));
                move.ask().ifPresent(ask -> happens.add(ask.decision()));
            }
            return ready;
        })) {
            // once more: others may have waited for these
        }
        for (Move move : waiting) {
            String at = "story[" + scenario.story().indexOf(move) + "].after";
            move.after().stream()
                    .filter(cue -> cues.contains(cue) && !happens.contains(cue))
                    .forEach(cue -> check.wrong(at, "\"" + cue + "\" never comes: nobody offers, asks or does it"));
        }
    }

    private void courses() {
        scenario.courses().forEach((id, course) -> {
            String at = "courses." + id;
            check.among(at, id, script.work().keySet(), "work of this scenario or its playbook");
            course.decline()
                    .ifPresent(it -> check.among(at + ".decline.instead", it.instead(), actors, "a role or handle"));
            course.handOver().ifPresent(it -> check.among(at + ".handOver.to", it.to(), actors, "a role or handle"));
            course.block().ifPresent(it -> {
                Set<String> things = new HashSet<>(actors);
                things.addAll(script.work().keySet());
                things.addAll(script.questions().keySet());
                check.among(at + ".block.waitsFor", it.waitsFor(), things, "a role, a handle, work or a question");
                if (it.lasts().isEmpty() && it.waitsFor().map(actors::contains).orElse(true)) {
                    check.wrong(at + ".block", "never ends: say lasts, or what work or question it waits for");
                }
            });
        });
    }

    private void hearings() {
        scenario.hearings().forEach((id, hearing) -> {
            String at = "hearings." + id;
            PlaybookFile.Question question = script.questions().get(id);
            if (question == null) {
                check.among(at, id, script.questions().keySet(), "a question of this scenario or its playbook");
                return;
            }
            check.among(at + ".choose", hearing.choose(), PlaybookCheck.optionIds(question), "an option of it");
            List<String> consult = Optional.ofNullable(types.get(question.type()))
                    .map(CharterFile.DecisionType::consult)
                    .orElse(List.of());
            hearing.answers()
                    .keySet()
                    .forEach(role -> check.among(at + ".answers." + role, role, consult, "consulted on it"));
            for (int i = 0; i < hearing.objections().size(); i++) {
                check.among(
                        at + ".objections[" + i + "].by",
                        hearing.objections().get(i).by(),
                        actors,
                        "a role or handle");
            }
        });
    }

    private void demonstration(ScenarioFile.Demonstration demonstration) {
        Set<String> things = new HashSet<>(script.work().keySet());
        things.addAll(script.questions().keySet());
        check.allAmong("demonstration.leave", demonstration.leave(), things, "work or a question");
        check.allAmong("demonstration.visitors", demonstration.visitors(), handles, "a member of the cast");
    }
}
