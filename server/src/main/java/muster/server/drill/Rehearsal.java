package muster.server.drill;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.charter.CharterCommand;
import muster.kernel.Id;
import muster.people.Hours;
import muster.people.PeopleCommand;
import muster.people.Person;
import muster.server.library.Library;
import muster.server.library.Library.Script;
import muster.server.library.ScenarioFile;
import muster.server.library.Week;

/// Prepares the organisation that a scenario is played in: takes the cast in, adopts the charter, signs
/// everybody in.
public final class Rehearsal {
    private static final Duration ENGAGEMENT = Duration.ofDays(60);
    private static final Duration SESSION = Duration.ofDays(2);

    private final Backstage host;
    private final ScenarioFile scenario;
    private final Ids ids;
    private final Instant now;
    private final Map<String, Id> people = new HashMap<>();

    private Rehearsal(Backstage host, ScenarioFile scenario, Ids ids, Instant now) {
        this.host = host;
        this.scenario = scenario;
        this.ids = ids;
        this.now = now;
    }

    /// Does all of it. Whoever is known to the organisation by handle is taken as they are; a charter that is
    /// in force stays.
    ///
    /// @param now real time
    /// @return a badge for every member of the cast, in the order of the scenario
    public static List<Badge> prepare(Backstage host, Script script, Ids ids, Instant now) {
        Rehearsal rehearsal = new Rehearsal(host, script.scenario(), ids, now);
        rehearsal.people.putAll(host.people());
        rehearsal.takeIn();
        if (host.charterInForce().isEmpty()) {
            rehearsal.adopt(script);
        }
        return rehearsal.signIn();
    }

    private void takeIn() {
        for (ScenarioFile.Partner partner : scenario.partners()) {
            boolean needed = scenario.cast().stream()
                    .anyMatch(member ->
                            member.partner().filter(partner.id()::equals).isPresent()
                                    && !people.containsKey(member.handle()));
            if (needed) {
                host.give(new PeopleCommand.EngagePartner(
                        Optional.of(ids.id("partner " + partner.id())),
                        partner.name(),
                        partner.ground(),
                        now.plus(ENGAGEMENT)));
            }
        }
        // who answers for something comes before it
        List<ScenarioFile.Member> owners = new ArrayList<>(scenario.cast());
        owners.sort(Comparator.comparing(member -> member.owner().isPresent()));
        for (ScenarioFile.Member member : owners) {
            if (!people.containsKey(member.handle())) {
                take(member);
            }
        }
    }

    private void take(ScenarioFile.Member member) {
        Id person = ids.id("person " + member.handle());
        host.give(new PeopleCommand.Add(
                Optional.of(person),
                member.kind().orElse(Person.Kind.HUMAN),
                member.name(),
                member.handle(),
                member.zone(),
                hours(member.works()),
                List.of(),
                member.owner().map(people::get),
                member.purpose(),
                member.partner().map(partner -> ids.id("partner " + partner)),
                member.partner().map(partner -> now.plus(ENGAGEMENT))));
        people.put(member.handle(), person);
    }

    private static Optional<Hours> hours(Week week) {
        boolean always = week.from().equals(LocalTime.MIDNIGHT)
                && week.to().equals(LocalTime.of(23, 59))
                && week.days().size() == DayOfWeek.values().length;
        return always
                ? Optional.empty()
                : Optional.of(new Hours(week.from().toString(), week.to().toString(), week.days()));
    }

    private void adopt(Script script) {
        Map<String, List<String>> holders = new HashMap<>();
        Map<String, List<String>> deputies = new HashMap<>();
        for (ScenarioFile.Member member : scenario.cast()) {
            member.holds().forEach(role -> add(holders, role, member.handle()));
            member.deputises().forEach(role -> add(deputies, role, member.handle()));
        }
        host.give(new CharterCommand.Adopt(
                Optional.of(ids.id("charter")),
                Library.charter(script.charter(), handle -> Optional.ofNullable(people.get(handle)), holders, deputies),
                "For the exercise " + scenario.title()));
    }

    private static void add(Map<String, List<String>> to, String role, String handle) {
        to.computeIfAbsent(role, key -> new ArrayList<>()).add(handle);
    }

    private List<Badge> signIn() {
        List<Badge> badges = new ArrayList<>();
        for (ScenarioFile.Member member : scenario.cast()) {
            Id person = java.util.Objects.requireNonNull(people.get(member.handle()));
            Id session = ids.id("session " + member.handle());
            host.give(new PeopleCommand.IssueToken(person, session, now.plus(SESSION), Optional.empty()));
            badges.add(new Badge(member.handle(), person, session, host.token(session)));
        }
        return badges;
    }
}
