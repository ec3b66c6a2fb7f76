package muster.charter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.kernel.Actor;
import muster.kernel.Catalogue;
import muster.kernel.Command;
import muster.kernel.Id;
import muster.kernel.Scope;
import muster.kernel.StreamId;
import muster.people.People;
import muster.people.PeopleCommand;
import muster.people.Person;
import muster.people.Reach;
import muster.testing.Actors;
import muster.testing.Scenario;

/// A sample organisation: twelve people in twelve time zones, a service account, a partner, and the charter of
/// [ASmallCharter]. Whoever is named here has a session for thirty days, authenticated in every way there is;
/// `actor` claims as much of that as a test wants.
///
/// | name | function | zone | role |
/// | --- | --- | --- | --- |
/// | dana | security | Europe/Berlin | incident-lead, deputy of the ciso |
/// | nadia | security | Asia/Singapore | deputy of the incident-lead |
/// | marcus | security | America/New_York | ciso |
/// | priya | business | Asia/Kolkata | coo, deputy of the ceo |
/// | omar | business | Asia/Dubai | deputy of the coo |
/// | helen | executive | Europe/London | ceo |
/// | george | legal | America/Chicago | general-counsel |
/// | lucia | communications | America/Sao_Paulo | communications-lead |
/// | kenji | it | Asia/Tokyo | engineering-lead, deputy of the identity-lead |
/// | amara | it | Africa/Lagos | identity-lead, who keeps the directory |
/// | tomas | it | Europe/Prague | infrastructure-lead, deputy of the engineering-lead |
/// | judith | partner counsel | America/Denver | none |
/// | soar | service account of dana | Etc/UTC | none |
public final class AnOrganisation {
    /// How everybody's session was authenticated.
    public static final List<String> EVERY_WAY = List.of("operator", "link", "pwd", "otp", "mfa", "hwk", "swk", "user");

    private final Scenario scenario;

    private AnOrganisation(Scenario scenario) {
        this.scenario = scenario;
    }

    /// In a world of its own, with the features of the organisation that this module knows.
    public static AnOrganisation alone() {
        return founded(Scenario.with(new Catalogue(
                List.of(new People(), new Charters()), Map.of(Scope.ORGANISATION, new OrganisationAuthority()))));
    }

    /// In the world of this scenario: everybody taken in and signed in, the charter adopted.
    public static AnOrganisation founded(Scenario scenario) {
        AnOrganisation organisation = of(scenario);
        organisation.peopled();
        organisation.scenario.give(new CharterCommand.Adopt(
                Optional.of(Actors.id("the first charter")), ASmallCharter.charter(), "Where we start."));
        return organisation;
    }

    /// In the world of this scenario: everybody taken in and signed in, but no charter yet.
    public static AnOrganisation withoutCharter(Scenario scenario) {
        AnOrganisation organisation = of(scenario);
        organisation.peopled();
        return organisation;
    }

    private static AnOrganisation of(Scenario scenario) {
        return new AnOrganisation(scenario.in(StreamId.ORGANISATION).as(Actors.operator()));
    }

    private void peopled() {
        Instant until = scenario.now().plus(Duration.ofDays(30));
        scenario.giveAll(setUp(until));
    }

    /// The commands by which the host takes everybody in and signs them in.
    public static List<Command> setUp(Instant until) {
        List<Command> commands = new ArrayList<>();
        commands.add(new PeopleCommand.EngagePartner(
                Optional.of(Actors.id("Hale & Moreno")), "Hale & Moreno LLP", "Engagement letter of 2 March", until));
        commands.add(human("dana", "Dana Weiss", "Europe/Berlin"));
        commands.add(human("nadia", "Nadia Rahman", "Asia/Singapore"));
        commands.add(human("marcus", "Marcus Cole", "America/New_York"));
        commands.add(human("priya", "Priya Nair", "Asia/Kolkata"));
        commands.add(human("omar", "Omar Haddad", "Asia/Dubai"));
        commands.add(human("helen", "Helen Ashworth", "Europe/London"));
        commands.add(human("george", "George Lindqvist", "America/Chicago"));
        commands.add(human("lucia", "Lúcia Ferraz", "America/Sao_Paulo"));
        commands.add(human("kenji", "Kenji Mori", "Asia/Tokyo"));
        commands.add(human("amara", "Amara Okafor", "Africa/Lagos"));
        commands.add(human("tomas", "Tomáš Novák", "Europe/Prague"));
        commands.add(person("judith", Person.Kind.HUMAN, "Judith Hale", "America/Denver", "Hale & Moreno"));
        commands.add(person("soar", Person.Kind.SERVICE, "Response automation", "Etc/UTC", ""));
        for (String name : everybody()) {
            commands.add(new PeopleCommand.IssueToken(
                    Actors.id(name), Actors.id(name + "'s session"), until, Optional.of(EVERY_WAY)));
        }
        return commands;
    }

    /// The short names of everybody, the service account last.
    public static List<String> everybody() {
        return List.of(
                "dana", "nadia", "marcus", "priya", "omar", "helen", "george", "lucia", "kenji", "amara", "tomas",
                "judith", "soar");
    }

    private static PeopleCommand.Add human(String handle, String name, String zone) {
        return person(handle, Person.Kind.HUMAN, name, zone, "");
    }

    private static PeopleCommand.Add person(String handle, Person.Kind kind, String name, String zone, String partner) {
        boolean human = kind == Person.Kind.HUMAN;
        return new PeopleCommand.Add(
                Optional.of(Actors.id(handle)),
                kind,
                name,
                handle,
                zone,
                Optional.empty(),
                human ? List.of(new Reach(Reach.Way.MAIL, handle + "@example.org")) : List.of(),
                human ? Optional.empty() : Optional.of(Actors.id("dana")),
                human ? Optional.empty() : Optional.of("Runs containment that somebody has decided."),
                partner.isEmpty() ? Optional.empty() : Optional.of(Actors.id(partner)),
                Optional.empty());
    }

    /// The organisation's stream, asked by the operator on the host.
    public Scenario scenario() {
        return scenario;
    }

    /// The organisation's stream, asked by this person.
    public Scenario as(String name) {
        return scenario.as(actor(name));
    }

    public Id id(String name) {
        return Actors.id(name);
    }

    /// The person in their session, signed in by a token of the host: good for everything that asks for
    /// nothing stronger.
    public Actor.Responder actor(String name) {
        return Actors.responder(name);
    }

    /// The person in their session, signed in in these ways.
    public Actor.Responder actor(String name, String... amr) {
        return Actors.signedInBy(actor(name), amr);
    }

    /// The charter it began with.
    public Charter charter() {
        return ASmallCharter.charter();
    }

    /// The version of the charter that is in force now: `1@<digest>`.
    public String version() {
        return scenario.state(Charters.KEY).versionInForce().orElseThrow();
    }
}
