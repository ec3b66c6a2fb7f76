package muster.server.library;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import muster.charter.ChangeRule;
import muster.charter.Charter;
import muster.charter.DecisionType;
import muster.charter.EscalationStep;
import muster.charter.Role;
import muster.charter.Severity;
import muster.charter.Silence;
import muster.kernel.Id;
import muster.server.library.Yaml.Written;

/// A folder of charters, playbooks and scenarios that people wrote: `charters/`, `playbooks/`, `scenarios/`.
public record Library(Path folder) {

    /// The library that comes with Muster: what `-Dmuster.library` names, else the folder `library` nearest
    /// above the program's own files, else that nearest above the working directory.
    public static Library shipped() {
        String named = System.getProperty("muster.library");
        return named != null
                ? new Library(Path.of(named))
                : Stream.of(home(), Path.of("").toAbsolutePath())
                        .flatMap(start -> Stream.<Path>iterate(start, Objects::nonNull, Path::getParent))
                        .map(above -> above.resolve("library"))
                        .filter(folder -> Files.isDirectory(folder.resolve("charters")))
                        .findFirst()
                        .map(Library::new)
                        .orElseGet(() -> new Library(Path.of("library")));
    }

    private static Path home() {
        try {
            return Path.of(Library.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program does not know where it lies", e);
        }
    }

    /// The file that a name or path on the command line means: a path, else one of the library's scenarios.
    public Path scenarioNamed(String given) {
        Path path = Path.of(given);
        return Files.exists(path) ? path : folder.resolve("scenarios").resolve(given + ".yaml");
    }

    public Path charterNamed(String name) {
        return folder.resolve("charters").resolve(name + ".yaml");
    }

    public Path playbookNamed(String name) {
        return folder.resolve("playbooks").resolve(name + ".yaml");
    }

    /// A scenario with the charter and the playbook it names: from the library that the file itself lies in,
    /// else from this one.
    ///
    /// @throws BadFile naming file, line and field of everything that is wrong
    public Script scenario(Path file) {
        Written<ScenarioFile> scenario = Yaml.written(file, ScenarioFile.class);
        Written<CharterFile> charter =
                Yaml.written(beside(file, "charters", scenario.record().charter()), CharterFile.class);
        Optional<PlaybookFile> playbook =
                scenario.record().playbook().map(name -> playbook(beside(file, "playbooks", name)));
        Script script = Script.of(scenario.record(), charter.record(), playbook);
        ScenarioCheck.check(script, scenario.tree());
        return script;
    }

    private Path beside(Path file, String kind, String name) {
        Path folders = file.toAbsolutePath().getParent();
        Path own = folders == null ? folder : folders.resolveSibling(kind).resolve(name + ".yaml");
        return Files.exists(own) ? own : folder.resolve(kind).resolve(name + ".yaml");
    }

    /// A playbook.
    ///
    /// @throws BadFile naming file, line and field of everything that is wrong
    public static PlaybookFile playbook(Path file) {
        Written<PlaybookFile> written = Yaml.written(file, PlaybookFile.class);
        PlaybookCheck.check(written);
        return written.record();
    }

    /// A charter as it is adopted.
    ///
    /// @param people the id of a handle
    /// @throws BadFile naming file, line and field of everything that is wrong
    public static Charter charter(Path file, Function<String, Optional<Id>> people) {
        Written<CharterFile> written = Yaml.written(file, CharterFile.class);
        Check check = new Check(written.tree());
        List<CharterFile.Role> roles = written.record().roles();
        for (int i = 0; i < roles.size(); i++) {
            handles(check, "roles[" + i + "].holders", roles.get(i).holders(), people);
            handles(check, "roles[" + i + "].deputies", roles.get(i).deputies(), people);
        }
        check.done();
        Charter charter = charter(written.record(), people, Map.of(), Map.of());
        charter.problems().forEach(problem -> check.wrong(problem.path(), problem.words()));
        check.done();
        return charter;
    }

    private static void handles(
            Check check, String field, List<String> handles, Function<String, Optional<Id>> people) {
        for (int i = 0; i < handles.size(); i++) {
            if (people.apply(handles.get(i)).isEmpty()) {
                check.wrong(field + "[" + i + "]", "nobody has the handle " + handles.get(i));
            }
        }
    }

    /// The charter of a file with more people in its roles.
    ///
    /// @param people the id of a handle; handles without one are left out
    /// @param holders more holders by role
    /// @param deputies more deputies by role
    public static Charter charter(
            CharterFile file,
            Function<String, Optional<Id>> people,
            Map<String, List<String>> holders,
            Map<String, List<String>> deputies) {
        return new Charter(
                file.title(),
                new ChangeRule(file.change().approvals(), file.change().authentication()),
                file.roles().stream()
                        .map(role -> new Role(
                                role.name(),
                                role.title(),
                                role.function(),
                                ids(role.holders(), holders.getOrDefault(role.name(), List.of()), people),
                                ids(role.deputies(), deputies.getOrDefault(role.name(), List.of()), people),
                                role.rights(),
                                role.organisation().orElse(false)))
                        .toList(),
                file.decisionTypes().stream().map(Library::decisionType).toList(),
                file.severities().stream()
                        .map(each -> new Severity(each.name(), each.title(), each.updateEvery()))
                        .toList(),
                file.openerRole(),
                file.everyone());
    }

    private static List<Id> ids(List<String> some, List<String> more, Function<String, Optional<Id>> people) {
        return Stream.concat(some.stream(), more.stream())
                .distinct()
                .flatMap(handle -> people.apply(handle).stream())
                .toList();
    }

    private static DecisionType decisionType(CharterFile.DecisionType type) {
        return new DecisionType(
                type.name(),
                type.title(),
                type.deciders(),
                type.quorum().orElse(1),
                type.consult(),
                type.inform(),
                type.proposerMayApprove().orElse(false),
                type.authentication(),
                type.timeToDecide(),
                type.escalation().stream()
                        .map(step -> new EscalationStep(step.roles(), step.within()))
                        .toList(),
                type.silence()
                        .<Silence>map(silence -> new Silence.Default(silence.option(), silence.rule()))
                        .orElseGet(Silence.Escalate::new));
    }

    /// A scenario and everything it names.
    ///
    /// @param borrowed ids of the playbook's work and questions
    /// @param work by id, the playbook's and the scenario's own
    /// @param questions by id, the playbook's and the scenario's own
    public record Script(
            ScenarioFile scenario,
            CharterFile charter,
            List<String> borrowed,
            Map<String, PlaybookFile.Work> work,
            Map<String, PlaybookFile.Question> questions) {

        static Script of(ScenarioFile scenario, CharterFile charter, Optional<PlaybookFile> playbook) {
            List<String> borrowed = new ArrayList<>();
            playbook.ifPresent(book -> {
                book.work().forEach(each -> borrowed.add(each.id()));
                book.questions().forEach(each -> borrowed.add(each.id()));
            });
            Map<String, PlaybookFile.Work> work = new LinkedHashMap<>();
            List<PlaybookFile.Work> all =
                    new ArrayList<>(playbook.map(PlaybookFile::work).orElse(List.of()));
            all.addAll(scenario.tasks());
            all.forEach(each -> work.put(each.id(), each));
            Map<String, PlaybookFile.Question> questions = new LinkedHashMap<>();
            List<PlaybookFile.Question> asked =
                    new ArrayList<>(playbook.map(PlaybookFile::questions).orElse(List.of()));
            asked.addAll(scenario.decisions());
            asked.forEach(each -> questions.put(each.id(), each));
            return new Script(scenario, charter, borrowed, work, questions);
        }
    }
}
