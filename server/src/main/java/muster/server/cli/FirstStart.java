package muster.server.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Entropy;
import muster.kernel.Id;
import muster.people.PeopleCommand;
import muster.people.Person;
import muster.server.console.Desk;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a new Muster needs before anybody can come in: one person, and a way in. What that person may do then
/// comes from the charter like everything else, so the operator adopts one next.
final class FirstStart {
    private static final Duration GOOD_FOR = Duration.ofHours(24);

    private FirstStart() {}

    /// The first administrator's sign-in link; empty where there are people already.
    static Optional<String> link(Desk desk) {
        if (!Desks.view(desk, "people.directory").isEmpty()) {
            return Optional.empty();
        }
        Id person = Entropy.ofMachine().id();
        Desks.give(
                desk,
                "setup",
                new PeopleCommand.Add(
                        Optional.of(person),
                        Person.Kind.HUMAN,
                        "First administrator",
                        "admin",
                        "UTC",
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        Id link = Entropy.ofMachine().id();
        Desks.give(
                desk,
                "setup",
                new PeopleCommand.IssueLink(person, link, Instant.now().plus(GOOD_FOR)));
        return Optional.of(
                desk.ask(Desk.Ask.LINK, JsonNodeFactory.instance.objectNode().put("link", link.text()))
                        .asString());
    }
}
