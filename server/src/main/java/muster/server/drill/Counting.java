package muster.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.kernel.Id;
import muster.server.drill.Measures.Cause;
import muster.server.drill.Measures.Decision;
import muster.server.drill.Measures.Escalation;
import muster.server.drill.Measures.Wait;
import tools.jackson.databind.JsonNode;

/// Counts a record, entry by entry. Knows the events by their wire names, as every client of the record does.
final class Counting {
    private final Function<Id, String> names;
    private final Map<String, Wait> open = new HashMap<>();
    private final Map<Id, String> titles = new HashMap<>();
    private final Map<Id, Id> verifiers = new HashMap<>();
    private final Map<Id, Asked> asked = new LinkedHashMap<>();
    private final List<Wait> waits = new ArrayList<>();
    private final List<Escalation> escalations = new ArrayList<>();
    private final List<Instant> missed = new ArrayList<>();

    private static final class Asked {
        private final String question;
        private final Instant at;
        private final List<String> authority = new ArrayList<>();
        private String outcome = "still open";
        private String reason = "";
        private Duration took = Duration.ZERO;
        private int level;
        private int objections;

        Asked(String question, Instant at) {
            this.question = question;
            this.at = at;
        }
    }

    Counting(Function<Id, String> names) {
        this.names = names;
    }

    Measures measures(long entries) {
        return new Measures(
                List.copyOf(waits),
                asked.values().stream()
                        .map(each -> new Decision(
                                each.question,
                                each.outcome,
                                String.join("; ", each.authority),
                                each.reason,
                                each.took,
                                each.level,
                                each.objections))
                        .toList(),
                List.copyOf(escalations),
                List.copyOf(missed),
                entries);
    }

    private String actor(Happened happened) {
        return happened.person().map(names).orElse("Muster");
    }

    private String named(Happened happened, String field) {
        return happened.id(field).map(names).orElse("somebody");
    }

    void count(Happened happened) {
        happened.id("task").ifPresent(task -> task(happened, task));
        happened.id("decision")
                .filter(id -> happened.type().startsWith("decisions."))
                .ifPresent(decision -> decision(happened, decision));
        if (happened.type().equals("crises.update-missed")) {
            missed.add(Instant.parse(happened.event().path("at").asString()));
        }
    }

    private void task(Happened happened, Id task) {
        String title = titles.getOrDefault(task, "");
        switch (happened.type()) {
            case "tasks.offered" -> {
                titles.put(task, happened.content("title"));
                happened.id("verifier").ifPresent(verifier -> verifiers.put(task, verifier));
                wait(
                        Cause.NOT_ACCEPTED,
                        task,
                        happened.content("title"),
                        actor(happened),
                        named(happened, "to"),
                        happened);
            }
            case "tasks.offered-again", "tasks.hand-over-offered" ->
                wait(Cause.NOT_ACCEPTED, task, title, actor(happened), named(happened, "to"), happened);
            case "tasks.accepted", "tasks.taken", "tasks.handed-over" -> {
                ended(Cause.NOT_ACCEPTED, task, happened);
            }
            case "tasks.declined", "tasks.hand-over-declined", "tasks.recalled" ->
                ended(Cause.NOT_ACCEPTED, task, happened);
            case "tasks.offer-overdue" ->
                escalations.add(new Escalation(
                        happened.time(), "\"" + title + "\": " + named(happened, "to") + " has not answered"));
            case "tasks.became-overdue" ->
                escalations.add(new Escalation(happened.time(), "\"" + title + "\" is late"));
            case "tasks.blocked" -> wait(Cause.BLOCKED, task, title, actor(happened), blocker(happened), happened);
            case "tasks.unblocked", "tasks.released" -> ended(Cause.BLOCKED, task, happened);
            case "tasks.completed" -> {
                if (verifiers.containsKey(task)) {
                    wait(Cause.VERIFICATION, task, title, actor(happened), names.apply(verifiers.get(task)), happened);
                }
            }
            case "tasks.verified", "tasks.sent-back" -> ended(Cause.VERIFICATION, task, happened);
            case "tasks.dropped" -> {
                for (Cause cause : Cause.values()) {
                    ended(cause, task, happened);
                }
            }
            default -> {}
        }
    }

    private String blocker(Happened happened) {
        JsonNode thing = happened.event().path("thing");
        return happened.id("person")
                .map(names)
                .or(() -> Happened.id(thing.path("id")).map(id -> {
                    String title = Optional.ofNullable(titles.get(id))
                            .or(() -> Optional.ofNullable(asked.get(id)).map(each -> each.question))
                            .orElse(thing.path("feature").asString(""));
                    return "\"" + title + "\"";
                }))
                .orElseGet(() -> happened.event().path("cause").asString("").replace('-', ' '));
    }

    private void decision(Happened happened, Id id) {
        if (happened.type().equals("decisions.asked")) {
            asked.put(id, new Asked(happened.content("question"), happened.time()));
            String roles = happened.event()
                    .path("rule")
                    .path("type")
                    .path("deciders")
                    .valueStream()
                    .map(role -> role.asString(""))
                    .reduce((some, more) -> some + ", " + more)
                    .orElse("");
            wait(Cause.DECISION, id, happened.content("question"), actor(happened), roles, happened);
            return;
        }
        Asked question = asked.get(id);
        if (question == null) {
            return;
        }
        switch (happened.type()) {
            case "decisions.approved", "decisions.rejected" -> approved(happened, question);
            case "decisions.objected" -> question.objections++;
            case "decisions.escalated" -> escalated(happened, question);
            case "decisions.decided" ->
                end(happened, id, question, happened.event().path("option").asString(""));
            case "decisions.turned-down" -> end(happened, id, question, "rejected");
            case "decisions.withdrawn" -> end(happened, id, question, "withdrawn");
            case "decisions.lapsed-to-default" -> {
                question.authority.add("rule " + happened.event().path("rule").asString(""));
                end(happened, id, question, happened.event().path("option").asString("") + " by default");
            }
            case "decisions.superseded" ->
                question.outcome +=
                        ", later " + past(happened.event().path("how").asString(""));
            default -> {}
        }
    }

    private static String past(String how) {
        return switch (how) {
            case "limits" -> "limited";
            case "reverses" -> "reversed";
            default -> "superseded";
        };
    }

    private void approved(Happened happened, Asked question) {
        JsonNode under = happened.event().path("under");
        JsonNode seat = happened.body()
                .path("authority")
                .path("seats")
                .valueStream()
                .filter(each ->
                        each.path("role").asString("").equals(under.path("role").asString("")))
                .findFirst()
                .orElse(under);
        String deputy = Happened.id(seat.path("deputyFor"))
                .map(holder -> " for " + names.apply(holder))
                .orElse("");
        question.authority.add(actor(happened) + " as " + under.path("role").asString("") + deputy);
        if (question.reason.isEmpty()) {
            question.reason = happened.content("reason");
        }
    }

    private void escalated(Happened happened, Asked question) {
        question.level = happened.event().path("level").asInt();
        String roles = happened.event()
                .path("to")
                .valueStream()
                .map(role -> role.asString(""))
                .reduce((some, more) -> some + ", " + more)
                .orElse("");
        escalations.add(new Escalation(happened.time(), "\"" + question.question + "\" goes to " + roles));
    }

    private void end(Happened happened, Id id, Asked question, String outcome) {
        question.outcome = outcome;
        question.took = Duration.between(question.at, happened.time());
        String by = happened.event()
                .path("by")
                .valueStream()
                .flatMap(person -> Happened.id(person).stream())
                .map(names)
                .collect(Collectors.joining(", "));
        ended(Cause.DECISION, id, happened, by);
    }

    private void wait(Cause cause, Id about, String what, String by, String on, Happened since) {
        open.put(cause + about.text(), new Wait(cause, what, by, on, since.time(), Duration.ZERO));
    }

    private void ended(Cause cause, Id about, Happened now) {
        ended(cause, about, now, "");
    }

    /// @param on for whom it was in the end; empty: as it was thought
    private void ended(Cause cause, Id about, Happened now, String on) {
        Wait wait = open.remove(cause + about.text());
        if (wait != null) {
            waits.add(new Wait(
                    cause,
                    wait.what(),
                    wait.by(),
                    on.isEmpty() ? wait.on() : on,
                    wait.since(),
                    Duration.between(wait.since(), now.time())));
        }
    }
}
