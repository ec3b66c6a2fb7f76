package muster.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.kernel.Catalogue;
import muster.kernel.Content;
import muster.kernel.Outcome;
import muster.kernel.Scope;
import muster.people.People;
import muster.people.PeopleCommand;
import muster.testing.Actors;
import muster.testing.Scenario;
import org.junit.jupiter.api.Test;

class AdoptingTheFirstCharterTest {
    private final Charter charter = ASmallCharter.charter();
    private final AnOrganisation org = AnOrganisation.withoutCharter(Scenario.with(new Catalogue(
            List.of(new People(), new Charters()), Map.of(Scope.ORGANISATION, new OrganisationAuthority()))));

    @Test
    void the_host_brings_it() {
        org.scenario()
                .when(adopt(charter, " Where we start. "))
                .happens(new CharterEvent.Established(
                        Actors.id("first"), charter.version(1), charter, Content.of("Where we start.")));

        Shelf shelf = org.scenario().state(Charters.KEY);
        assertThat(shelf.inForce()).contains(charter);
        assertThat(shelf.versionInForce()).contains("1@" + charter.digest());
        assertThat(shelf.version("1@" + charter.digest())).contains(charter);
        assertThat(shelf.version("2@" + charter.digest())).isEmpty();
    }

    @Test
    void nobody_else_brings_it() {
        org.as("marcus").when(adopt(charter, "Mine.")).isForbidden();
    }

    @Test
    void before_it_nobody_is_entitled_to_anything() {
        org.as("marcus")
                .when(AnOrganisation.setUp(org.scenario().now()).getLast())
                .isForbidden()
                .saysWhoCan();
    }

    @Test
    void there_is_one_first_charter() {
        org.scenario().give(adopt(charter, "Where we start."));

        org.scenario()
                .when(new CharterCommand.Adopt(Optional.empty(), Amended.titled(charter, "Coup"), "Mine."))
                .isRefused("already-adopted");
    }

    @Test
    void it_comes_with_a_note() {
        org.scenario().when(adopt(charter, " ")).isRefused("blank");
        org.scenario().when(adopt(charter, "n".repeat(10_001))).isRefused("too-long");
    }

    @Test
    void it_is_sound() {
        assertThat(notSound(Amended.openedBy(charter, "wizard")))
                .isEqualTo("This charter cannot be adopted: openerRole is no role of this charter.");
    }

    @Test
    void not_more_problems_are_told_than_anybody_reads() {
        Charter hollow = Amended.types(
                charter,
                charter.decisionTypes().stream().map(Amended.deciders(0)).toList());

        assertThat(notSound(hollow))
                .contains("decisionTypes[0].deciders are none")
                .endsWith("; and 3 more.");
    }

    @Test
    void it_names_nobody_who_is_not_here() {
        assertThat(notSound(Amended.role(charter, "coo", Amended.deputies("omar", "a ghost"))))
                .contains("roles[2].deputies[1] is nobody here");

        org.scenario().give(new PeopleCommand.Remove(Actors.id("helen"), "Retired."));
        assertThat(notSound(charter)).contains("roles[3].holders[0] is nobody here");
    }

    @Test
    void what_is_not_human_decides_nothing() {
        assertThat(notSound(Amended.role(charter, "infrastructure-lead", Amended.deputies("soar"))))
                .contains("roles[8].deputies[0] is not human, but the role decides");

        org.scenario()
                .when(adopt(Amended.role(charter, "incident-lead", Amended.deputies("nadia", "soar")), "It may help."))
                .happens(CharterEvent.Established.class);
    }

    private String notSound(Charter wrong) {
        Outcome outcome = org.scenario()
                .when(adopt(wrong, "Where we start."))
                .isRefused("not-sound")
                .outcome();
        return ((Outcome.Refused) outcome).words();
    }

    private static CharterCommand.Adopt adopt(Charter charter, String note) {
        return new CharterCommand.Adopt(Optional.of(Actors.id("first")), charter, note);
    }
}
