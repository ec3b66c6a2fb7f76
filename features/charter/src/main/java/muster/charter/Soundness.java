package muster.charter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.kernel.Id;

/// Looks for what is wrong with a charter: what would leave a decision without anybody to take it, a role
/// without anybody to hold it, or a sentence without a meaning.
final class Soundness {
    private static final int LONGEST_NAME = 200;

    private final Charter charter;
    private final List<Problem> problems = new ArrayList<>();

    private Soundness(Charter charter) {
        this.charter = charter;
    }

    static List<Problem> problems(Charter charter) {
        Soundness soundness = new Soundness(charter);
        soundness.whole();
        soundness.roles();
        soundness.decisionTypes();
        soundness.severities();
        return List.copyOf(soundness.problems);
    }

    /// Where the charter names a person.
    ///
    /// @param path `roles[2].deputies[0]`
    record Place(String path, Role role, Id person) {}

    static Stream<Place> places(Charter charter) {
        return IntStream.range(0, charter.roles().size()).boxed().flatMap(i -> {
            Role role = charter.roles().get(i);
            return Stream.concat(
                    places("roles[" + i + "].holders", role, role.holders()),
                    places("roles[" + i + "].deputies", role, role.deputies()));
        });
    }

    private static Stream<Place> places(String path, Role role, List<Id> people) {
        return IntStream.range(0, people.size()).mapToObj(i -> new Place(path + "[" + i + "]", role, people.get(i)));
    }

    private void whole() {
        title("title", charter.title());
        check(charter.role(charter.openerRole()).isPresent(), "openerRole", "is no role of this charter");
        rights("everyone", charter.everyone());
        check(charter.change().approvals() >= 1, "change.approvals", "must be at least 1");
        words("change.authentication", charter.change().authentication());
        long approvers = charter.approvers().flatMap(Role::people).distinct().count();
        check(
                approvers > charter.change().approvals(),
                "change.approvals",
                "needs one person more with the right charter.approve than there are approvals, for nobody approves"
                        + " their own proposal");
        check(
                charter.rolesWith("charter.propose").stream()
                        .filter(Role::organisation)
                        .anyMatch(role -> role.people().findAny().isPresent()),
                "roles",
                "leave nobody in the organisation with the right charter.propose");
    }

    private void roles() {
        check(!charter.roles().isEmpty(), "roles", "are none");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < charter.roles().size(); i++) {
            Role role = charter.roles().get(i);
            String path = "roles[" + i + "]";
            name(path, role.name(), names);
            title(path + ".title", role.title());
            title(path + ".function", role.function());
            rights(path + ".rights", role.rights());
            distinct(path + ".holders", role.holders());
            distinct(path + ".deputies", role.deputies());
            check(
                    role.holders().stream().noneMatch(role.deputies()::contains),
                    path + ".deputies",
                    "name a holder of the same role");
            check(
                    !role.holders().isEmpty()
                            || (!charter.decides(role) && role.deputies().isEmpty()),
                    path + ".holders",
                    "are none, though the role decides or has deputies");
        }
    }

    private void decisionTypes() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < charter.decisionTypes().size(); i++) {
            DecisionType type = charter.decisionTypes().get(i);
            String path = "decisionTypes[" + i + "]";
            name(path, type.name(), names);
            title(path + ".title", type.title());
            check(!type.deciders().isEmpty(), path + ".deciders", "are none");
            known(path + ".deciders", type.deciders());
            known(path + ".consult", type.consult());
            known(path + ".inform", type.inform());
            words(path + ".authentication", type.authentication());
            positive(path + ".timeToDecide", type.timeToDecide());
            escalation(path + ".escalation", type.escalation());
            quorum(path + ".quorum", type);
            if (type.silence() instanceof Silence.Default(String option, String rule)) {
                title(path + ".silence.option", option);
                title(path + ".silence.rule", rule);
            }
        }
    }

    private void escalation(String path, List<EscalationStep> steps) {
        for (int i = 0; i < steps.size(); i++) {
            check(!steps.get(i).roles().isEmpty(), path + "[" + i + "].roles", "are none");
            known(path + "[" + i + "].roles", steps.get(i).roles());
            positive(path + "[" + i + "].within", steps.get(i).within());
        }
    }

    private void quorum(String path, DecisionType type) {
        long possible = charter.roles().stream()
                .filter(role -> type.deciders().contains(role.name()))
                .flatMap(Role::people)
                .distinct()
                .count();
        check(type.quorum() >= 1, path, "must be at least 1");
        check(type.quorum() <= possible, path, "is " + type.quorum() + ", but only " + possible + " could decide");
    }

    private void severities() {
        check(!charter.severities().isEmpty(), "severities", "are none");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < charter.severities().size(); i++) {
            Severity severity = charter.severities().get(i);
            name("severities[" + i + "]", severity.name(), names);
            title("severities[" + i + "].title", severity.title());
            positive("severities[" + i + "].updateEvery", severity.updateEvery());
        }
    }

    private void name(String path, String name, Set<String> before) {
        check(
                name.matches("[a-z0-9]+(-[a-z0-9]+)*") && name.length() <= LONGEST_NAME,
                path + ".name",
                "is not lower-case words with hyphens");
        check(before.add(name), path + ".name", "is taken by another before it");
    }

    private void title(String path, String title) {
        check(!title.isBlank(), path, "is blank");
        check(title.length() <= LONGEST_NAME, path, "is longer than " + LONGEST_NAME + " characters");
    }

    private void rights(String path, List<String> rights) {
        for (int i = 0; i < rights.size(); i++) {
            check(
                    Rights.wellFormed(rights.get(i)),
                    path + "[" + i + "]",
                    "is neither a command's name nor a pattern like tasks.*");
        }
    }

    private void words(String path, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            check(words.get(i).matches("[a-z0-9]{1,20}"), path + "[" + i + "]", "is no word of RFC 8176");
        }
    }

    private void known(String path, List<String> roles) {
        for (int i = 0; i < roles.size(); i++) {
            check(charter.role(roles.get(i)).isPresent(), path + "[" + i + "]", "is no role of this charter");
        }
        distinct(path, roles);
    }

    private void distinct(String path, List<?> things) {
        check(things.stream().distinct().count() == things.size(), path, "name the same twice");
    }

    private void positive(String path, Duration duration) {
        check(duration.isPositive(), path, "is no length of time");
    }

    private void check(boolean so, String path, String otherwise) {
        if (!so) {
            problems.add(new Problem(path, otherwise));
        }
    }
}
