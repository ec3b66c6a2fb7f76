package muster.server.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import muster.charter.Charter;
import muster.kernel.Id;
import muster.server.library.Library.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingAScenarioTest {
    private static final Path OURS = Path.of("src", "test", "resources", "library");

    @TempDir
    private Path folder;

    /// In each line: what stands in the file, what is written in its place, where that is wrong and why.
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            by: ada | by: zoe | opening.by | not a member of the cast
            handle: ben | handle: ada | cast[1].handle | taken
            zone: Asia/Seoul | zone: Seoul | cast[2].zone | IANA
            holds: [engineer] | holds: [cook] | cast[1].holds[0] | not a role
            holds: [coo] | holds: [] | cast | nobody holds the role coo
            works: Sun-Thu 09:00-18:00 | works: Sun-Thu | cast[3].works | not written like
            to: [incident-lead] | to: [cook] | injects[0].to[0] | not a role or handle
            role: engineer | role: cook | tasks[0].role | not a role
            forDecision: cut-off | forDecision: cut | tasks[0].forDecision | not a question
            ifOption: cut | ifOption: burn | tasks[0].ifOption | not an option
            type: containment | type: party | decisions[0].type | not a decision type
            recommended: cut | recommended: burn | decisions[0].recommended | not an option
            id: clean | id: look | tasks[0].id | taken
            id: clean | id: Clean up | tasks[0].id | not an id
            after: [alarm] | after: [] | story[0] | needs a cue
            after: [declared] | after: [doom] | story[1].after[0] | not an inject
            after: [look] | after: [clean] | story[2].after | never comes
            severity: sev-1, | severity: sev-9, | story[0].declare.severity | not a severity
            offer: {task: clean} | offer: {task: dirty} | story[3].offer.task | not work
            offer: {task: clean} | offr: {task: clean} | story[3].offr | not a known field
            option: cut | option: burn | story[3].option | not an option
            offer: {task: clean} | update: x, promise: y | story[3].update | mapping values
            evidence: [look] | evidence: [cut-off] | story[2].ask.evidence[0] | not work
            cause: access | cause: bad luck | courses.look.block.cause | is none of
            note: No key to the room., lasts: 30min | note: No key | courses.look.block | never ends
            answers: {engineer | answers: {coo | hearings.cut-off.answers.coo | not consulted on it
            leave: [cut-off] | leave: [cut] | demonstration.leave[0] | not work or a question
            visitors: [cho] | visitors: [zoe] | demonstration.visitors[0] | not a member of the cast
            says: Invented. | says: 5 | sources[0].says | read as a number
            source: nobody | source: somebody | facts[0].source | not a source
            charter: small | charter: large | | there is no such file
            """)
    void everything_wrong_is_placed(String before, String after, String field, String words) throws IOException {
        Path file = scenario(text -> replaced(text, before, after == null ? "" : after));
        assertThatThrownBy(() -> new Library(folder).scenario(file)).isInstanceOfSatisfying(BadFile.class, e -> {
            assertThat(e.problems()).anySatisfy(problem -> {
                assertThat(problem.words()).contains(words);
                if (!words.equals("mapping values")) {
                    assertThat(problem.field()).isEqualTo(field == null ? "" : field);
                }
            });
            assertThat(e.problems()).allMatch(problem -> problem.line() > 0);
        });
    }

    private static String replaced(String text, String before, String after) {
        assertThat(text).contains(before);
        return text.replaceFirst(
                java.util.regex.Pattern.quote(before), java.util.regex.Matcher.quoteReplacement(after));
    }

    private Path scenario(java.util.function.UnaryOperator<String> change) throws IOException {
        for (String kind : List.of("charters", "playbooks", "scenarios")) {
            Files.createDirectories(folder.resolve(kind));
            String text = Files.readString(OURS.resolve(kind).resolve("small.yaml"));
            Files.writeString(
                    folder.resolve(kind).resolve("small.yaml"), kind.equals("scenarios") ? change.apply(text) : text);
        }
        return folder.resolve("scenarios/small.yaml");
    }

    @Test
    void the_line_is_that_of_the_field() throws IOException {
        Path file = scenario(text -> replaced(text, "zone: Asia/Seoul", "zone: Seoul"));
        int line = Files.readAllLines(file).indexOf("    zone: Seoul") + 1;
        assertThatThrownBy(() -> new Library(folder).scenario(file))
                .hasMessageStartingWith(file + ":" + line + ":5: cast[2].zone: ");
    }

    @Test
    void a_move_does_one_thing() throws IOException {
        Path file = scenario(text -> replaced(text, "    offer: {task: clean}", "    update: x\n    standDown: ciso"));
        assertThatThrownBy(() -> new Library(folder).scenario(file))
                .hasMessageContaining("story[3]: needs exactly one of the fields declare, offer");
    }

    @Test
    void work_of_a_playbook_cannot_wait_for_itself() throws IOException {
        scenario(text -> text);
        Path playbook = folder.resolve("playbooks/small.yaml");
        Files.writeString(playbook, Files.readString(playbook) + "        dependsOn: [look]\n");
        assertThatThrownBy(() -> Library.playbook(playbook)).hasMessageContaining("in a circle");
    }

    @Test
    void a_charter_names_people_who_are_there() throws IOException {
        scenario(text -> text);
        Path charter = folder.resolve("charters/small.yaml");
        String text = Files.readString(charter);
        Files.writeString(charter, replaced(text, "title: CISO", "title: CISO\n    holders: [cho, zoe]"));
        assertThatThrownBy(() -> Library.charter(charter, WritingAScenarioTest::onlyCho))
                .isInstanceOfSatisfying(
                        BadFile.class,
                        e -> assertThat(e.problems())
                                .extracting(FileProblem::field)
                                .containsExactly("roles[1].holders[1]"));
        Files.writeString(charter, replaced(text, "title: CISO", "title: CISO\n    holders: [cho]"));
        assertThatThrownBy(() -> Library.charter(charter, WritingAScenarioTest::onlyCho))
                .as("what the charter itself finds wrong is placed too")
                .hasMessageContaining("charters/small.yaml:20:")
                .hasMessageContaining("roles[2].holders: are none");
    }

    private static Optional<Id> onlyCho(String handle) {
        return handle.equals("cho") ? Optional.of(Id.of(new byte[16])) : Optional.empty();
    }

    @Test
    void the_shipped_scenario_is_worth_playing() {
        Library library = Library.shipped();
        Script script = library.scenario(library.scenarioNamed("litellm"));
        List<ScenarioFile.Member> cast = script.scenario().cast();
        assertThat(cast.stream().map(ScenarioFile.Member::function).distinct()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(cast.stream()
                        .map(member -> ZoneId.of(member.zone())
                                .getRules()
                                .getOffset(script.scenario().opening().at()))
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(script.scenario().facts())
                .extracting(ScenarioFile.Fact::source)
                .doesNotContain("");
        assertThat(script.scenario().disagreements()).isNotEmpty();
    }

    @Test
    void the_reference_charter_is_sound_once_it_has_people() {
        Library library = Library.shipped();
        Script script = library.scenario(library.scenarioNamed("litellm"));
        Map<String, Id> people = script.scenario().cast().stream()
                .collect(Collectors.toMap(ScenarioFile.Member::handle, member -> id(member.handle())));
        Charter charter = Library.charter(
                script.charter(),
                handle -> Optional.ofNullable(people.get(handle)),
                offices(script, ScenarioFile.Member::holds),
                offices(script, ScenarioFile.Member::deputises));
        assertThat(charter.problems()).isEmpty();
        assertThat(charter.decisionTypes())
                .allSatisfy(type -> assertThat(type.authentication()).isNotEmpty());
    }

    private static Id id(String handle) {
        return Id.of(java.util.Arrays.copyOf(
                muster.kernel.Digest.sha256(handle.getBytes(java.nio.charset.StandardCharsets.UTF_8)), 16));
    }

    private static Map<String, List<String>> offices(
            Script script, java.util.function.Function<ScenarioFile.Member, List<String>> roles) {
        return script.scenario().cast().stream()
                .flatMap(member -> roles.apply(member).stream().map(role -> Map.entry(role, member.handle())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
