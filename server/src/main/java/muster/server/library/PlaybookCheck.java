package muster.server.library;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.server.library.Yaml.Written;

/// What a playbook must be besides well-formed: its ids lead somewhere, and its work can be done in some order.
final class PlaybookCheck {
    private PlaybookCheck() {}

    static void check(Written<PlaybookFile> written) {
        PlaybookFile playbook = written.record();
        Check check = new Check(written.tree());
        Set<String> work = new HashSet<>();
        playbook.work().forEach(each -> work.add(each.id()));
        Map<String, PlaybookFile.Question> questions = new HashMap<>();
        playbook.questions().forEach(each -> questions.put(each.id(), each));
        for (int p = 0; p < playbook.phases().size(); p++) {
            PlaybookFile.Phase phase = playbook.phases().get(p);
            work(check, "phases[" + p + "].tasks", phase.tasks(), work, questions);
            questions(check, "phases[" + p + "].decisions", phase.decisions(), questions.keySet());
        }
        noCircle(check, playbook.work());
        check.done();
    }

    /// The checks of work in any file.
    static void work(
            Check check,
            String field,
            List<PlaybookFile.Work> entries,
            Collection<String> work,
            Map<String, PlaybookFile.Question> questions) {
        for (int i = 0; i < entries.size(); i++) {
            PlaybookFile.Work entry = entries.get(i);
            String at = field + "[" + i + "]";
            check.id(at + ".id", entry.id());
            check.allAmong(at + ".dependsOn", entry.dependsOn(), work, "work of this file or its playbook");
            check.among(at + ".forDecision", entry.forDecision(), questions.keySet(), "a question");
            if (entry.ifOption().isPresent() && entry.forDecision().isEmpty()) {
                check.wrong(at + ".ifOption", "means nothing without forDecision");
            }
            entry.forDecision()
                    .map(questions::get)
                    .ifPresent(question ->
                            check.among(at + ".ifOption", entry.ifOption(), optionIds(question), "an option of it"));
        }
    }

    /// The checks of questions in any file.
    static void questions(
            Check check, String field, List<PlaybookFile.Question> entries, Collection<String> questions) {
        for (int i = 0; i < entries.size(); i++) {
            PlaybookFile.Question entry = entries.get(i);
            String at = field + "[" + i + "]";
            check.id(at + ".id", entry.id());
            check.among(at + ".recommended", entry.recommended(), optionIds(entry), "an option of it");
            entry.replaces().ifPresent(replaces -> {
                check.among(at + ".replaces.decision", replaces.decision(), questions, "a question");
                replaces.by()
                        .keySet()
                        .forEach(option -> check.among(
                                at + ".replaces.by." + option, option, optionIds(entry), "an option of it"));
            });
            if (entry.options().isEmpty()) {
                check.wrong(at + ".options", "is missing");
            }
        }
    }

    static List<String> optionIds(PlaybookFile.Question question) {
        return question.options().stream().map(muster.decisions.Option::id).toList();
    }

    private static void noCircle(Check check, List<PlaybookFile.Work> work) {
        Map<String, List<String>> edges = new HashMap<>();
        work.forEach(each -> edges.put(each.id(), each.dependsOn()));
        for (PlaybookFile.Work each : work) {
            if (reaches(edges, each.id(), each.id(), new HashSet<>())) {
                check.wrong("phases", "the work \"" + each.id() + "\" depends on itself in a circle");
                return;
            }
        }
    }

    private static boolean reaches(Map<String, List<String>> edges, String from, String to, Set<String> seen) {
        for (String next : edges.getOrDefault(from, List.of())) {
            if (next.equals(to) || (seen.add(next) && reaches(edges, next, to, seen))) {
                return true;
            }
        }
        return false;
    }
}
