package muster.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import muster.kernel.Content;
import muster.kernel.Decision;
import muster.kernel.Id;
import muster.kernel.Situation;
import muster.kernel.Table;

/// What becomes of a command, given the directory.
record PeopleRules(Directory directory, Situation situation, PeopleChecks checks) {
    /// How long a sign-in by link lasts.
    static final Duration LINK_SESSION = Duration.ofHours(12);

    PeopleRules(Directory directory, Situation situation) {
        this(directory, situation, new PeopleChecks(directory, situation.recordedAt()));
    }

    Decision<PeopleEvent> decide(PeopleCommand command) {
        Table<Person> persons = directory.persons();
        return switch (command) {
            case PeopleCommand.Add add -> add(add);
            case PeopleCommand.Change change -> on(persons, change.person(), person -> change(person, change));
            case PeopleCommand.Remove remove -> on(persons, remove.person(), person -> remove(person, remove));
            case PeopleCommand.EngagePartner engage -> engage(engage);
            case PeopleCommand.SetEngagement set ->
                on(directory.partners(), set.partner(), partner -> set(partner, set));
            case PeopleCommand.IssueToken issue -> on(persons, issue.person(), person -> issue(person, issue));
            case PeopleCommand.IssueLink issue -> on(persons, issue.person(), person -> issue(person, issue));
            case PeopleCommand.RedeemLink redeem -> on(directory.links(), redeem.link(), link -> redeem(link, redeem));
            case PeopleCommand.EndSession end -> on(directory.sessions(), end.session(), session -> end(session, end));
            case PeopleCommand.SetAbsence set -> on(persons, set.person(), person -> set(person, set));
            case PeopleCommand.CancelAbsence cancel -> on(persons, cancel.person(), person -> cancel(person, cancel));
        };
    }

    private static <T> Decision<PeopleEvent> on(Table<T> things, Id id, Function<T, Decision<PeopleEvent>> then) {
        return things.find(id).map(then).orElseGet(Decision::unseen);
    }

    private Decision<PeopleEvent> add(PeopleCommand.Add add) {
        boolean known = add.owner().map(directory.persons()::has).orElse(true)
                && add.partner().map(directory.partners()::has).orElse(true);
        if (!known) {
            return Decision.unseen();
        }
        return checks.fresh(add.person().filter(directory.persons()::has).isEmpty(), "person")
                .or(() -> checks.name(add.name()))
                .or(() -> checks.handle(add.handle(), Optional.empty()))
                .or(() -> checks.zone(add.zone()))
                .or(() -> checks.reach(add.reach()))
                .or(() -> checks.owner(add.kind(), add.owner()))
                .or(() -> checks.purpose(add.kind(), add.purpose().orElse("")))
                .or(() -> add.partner()
                        .flatMap(partner ->
                                checks.stillEngaged(directory.partners().the(partner))))
                .or(() -> add.engagedUntil().flatMap(checks::ahead))
                .orElseGet(() -> Decision.accept(new PeopleEvent.Added(
                        add.person().orElseGet(situation::newId),
                        add.kind(),
                        Content.of(add.name().strip()),
                        Content.of(add.handle()),
                        add.zone(),
                        add.hours(),
                        Content.of(add.reach()),
                        add.owner(),
                        Content.of(add.purpose().orElse("").strip()),
                        add.partner(),
                        add.engagedUntil())));
    }

    private Decision<PeopleEvent> change(Person person, PeopleCommand.Change change) {
        if (!change.owner().map(directory.persons()::has).orElse(true)) {
            return Decision.unseen();
        }
        return checks.active(person)
                .or(() -> checks.reason(change.reason()))
                .or(() -> change.name().flatMap(checks::name))
                .or(() -> change.handle().flatMap(handle -> checks.handle(handle, Optional.of(person.id()))))
                .or(() -> change.zone().flatMap(checks::zone))
                .or(() -> change.reach().flatMap(checks::reach))
                .or(() -> change.owner().flatMap(owner -> checks.owner(person.kind(), Optional.of(owner))))
                .or(() -> change.purpose().flatMap(purpose -> checks.purpose(person.kind(), purpose)))
                .or(() -> change.engagedUntil().flatMap(checks::ahead))
                .orElseGet(() -> Decision.accept(changes(person, change)));
    }

    /// One event for each thing that is really different.
    private static List<PeopleEvent> changes(Person was, PeopleCommand.Change change) {
        Id id = was.id();
        Content<String> reason = Content.of(change.reason().strip());
        List<PeopleEvent> events = new ArrayList<>();
        change.name()
                .map(String::strip)
                .filter(name -> isNew(name, was.name()))
                .ifPresent(name -> events.add(new PeopleEvent.Renamed(id, Content.of(name), reason)));
        change.handle()
                .filter(handle -> isNew(handle, was.handle()))
                .ifPresent(handle -> events.add(new PeopleEvent.HandleChanged(id, Content.of(handle), reason)));
        change.zone()
                .filter(zone -> !zone.equals(was.zone()))
                .ifPresent(zone -> events.add(new PeopleEvent.Relocated(id, zone, reason)));
        change.hours()
                .filter(hours -> !was.hours().equals(Optional.of(hours)))
                .ifPresent(hours -> events.add(new PeopleEvent.HoursChanged(id, hours, reason)));
        change.reach()
                .filter(reach -> isNew(reach, was.reach()))
                .ifPresent(reach -> events.add(new PeopleEvent.ReachChanged(id, Content.of(reach), reason)));
        change.owner()
                .filter(owner -> !was.owner().equals(Optional.of(owner)))
                .ifPresent(owner -> events.add(new PeopleEvent.OwnerChanged(id, owner, reason)));
        change.purpose()
                .map(String::strip)
                .filter(purpose -> isNew(purpose, was.purpose()))
                .ifPresent(purpose -> events.add(new PeopleEvent.PurposeChanged(id, Content.of(purpose), reason)));
        change.engagedUntil()
                .filter(until -> !was.engagedUntil().equals(Optional.of(until)))
                .ifPresent(until -> events.add(new PeopleEvent.EngagementChanged(id, until, reason)));
        return events;
    }

    private static <T> boolean isNew(T words, Content<T> before) {
        return !before.value().equals(Optional.of(words));
    }

    private Decision<PeopleEvent> remove(Person person, PeopleCommand.Remove remove) {
        return checks.active(person)
                .or(() -> checks.reason(remove.reason()))
                .or(() -> checks.answersForNobody(person))
                .orElseGet(() -> Decision.accept(new PeopleEvent.Removed(
                        person.id(), Content.of(remove.reason().strip()))));
    }

    private Decision<PeopleEvent> engage(PeopleCommand.EngagePartner engage) {
        return checks.fresh(engage.partner().filter(directory.partners()::has).isEmpty(), "partner")
                .or(() -> checks.name(engage.name()))
                .or(() -> checks.text("ground", engage.ground()))
                .or(() -> checks.ahead(engage.until()))
                .orElseGet(() -> Decision.accept(new PeopleEvent.PartnerEngaged(
                        engage.partner().orElseGet(situation::newId),
                        Content.of(engage.name().strip()),
                        Content.of(engage.ground().strip()),
                        engage.until())));
    }

    private Decision<PeopleEvent> set(Partner partner, PeopleCommand.SetEngagement set) {
        Instant until = set.until().orElse(situation.recordedAt());
        return checks.reason(set.reason())
                .or(() -> set.until().flatMap(checks::ahead))
                .orElseGet(() -> Decision.accept(
                        until.equals(partner.until())
                                ? List.of()
                                : List.of(new PeopleEvent.EngagementSet(
                                        partner.id(),
                                        until,
                                        Content.of(set.reason().strip())))));
    }

    private Decision<PeopleEvent> issue(Person person, PeopleCommand.IssueToken issue) {
        List<String> amr = issue.amr().orElse(Session.VOUCHED);
        return checks.active(person)
                .or(() -> checks.engaged(person))
                .or(() -> checks.fresh(!directory.sessions().has(issue.session()), "session"))
                .or(() -> checks.amr(amr))
                .or(() -> checks.term(issue.until()))
                .orElseGet(() -> Decision.accept(
                        new PeopleEvent.SessionOpened(person.id(), issue.session(), amr, issue.until())));
    }

    private Decision<PeopleEvent> issue(Person person, PeopleCommand.IssueLink issue) {
        return checks.active(person)
                .or(() -> checks.engaged(person))
                .or(() -> checks.fresh(!directory.links().has(issue.link()), "link"))
                .or(() -> checks.term(issue.until()))
                .orElseGet(() -> Decision.accept(new PeopleEvent.LinkIssued(person.id(), issue.link(), issue.until())));
    }

    private Decision<PeopleEvent> redeem(Link link, PeopleCommand.RedeemLink redeem) {
        Person person = directory.persons().the(link.person());
        return checks.good(link)
                .or(() -> checks.active(person))
                .or(() -> checks.engaged(person))
                .or(() -> checks.fresh(!directory.sessions().has(redeem.session()), "session"))
                .orElseGet(() -> Decision.accept(
                        new PeopleEvent.LinkRedeemed(link.id(), redeem.session()),
                        new PeopleEvent.SessionOpened(
                                person.id(),
                                redeem.session(),
                                Session.BY_LINK,
                                situation.recordedAt().plus(LINK_SESSION))));
    }

    private Decision<PeopleEvent> end(Session session, PeopleCommand.EndSession end) {
        return checks.open(session)
                .or(() -> checks.reason(end.reason()))
                .orElseGet(() -> Decision.accept(new PeopleEvent.SessionEnded(
                        session.id(), Content.of(end.reason().strip()))));
    }

    private Decision<PeopleEvent> set(Person person, PeopleCommand.SetAbsence set) {
        return checks.active(person)
                .or(() -> checks.absence(person, set.from(), set.until()))
                .orElseGet(() -> Decision.accept(new PeopleEvent.AbsenceSet(person.id(), set.from(), set.until())));
    }

    private Decision<PeopleEvent> cancel(Person person, PeopleCommand.CancelAbsence cancel) {
        return checks.active(person)
                .or(() -> checks.away(person, cancel.from()))
                .orElseGet(() -> Decision.accept(new PeopleEvent.AbsenceCancelled(person.id(), cancel.from())));
    }
}
