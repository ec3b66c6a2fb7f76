package muster.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.testing.Actors;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

/// Two people have to agree. marcus, dana (his deputy), priya, omar (her deputy) and helen have the right to.
class ChangingTheCharterTest {
    private static final Id SECOND = Actors.id("second");

    private final AnOrganisation org = AnOrganisation.alone();
    private final Charter retitled = Amended.titled(org.charter(), "Response charter, second edition");
    private final String version = retitled.version(2);

    @Test
    void it_is_in_force_when_enough_people_have_agreed() {
        org.as("george")
                .when(propose(retitled))
                .happens(new CharterEvent.Proposed(
                        SECOND, version, retitled, Optional.of(org.id("george")), Content.of("Better words.")));
        approve("marcus").happens(new CharterEvent.Approved(SECOND, version, "ciso"));
        assertThat(org.version()).isEqualTo(org.charter().version(1));

        approve("omar")
                .happens(new CharterEvent.Approved(SECOND, version, "coo"), new CharterEvent.Adopted(SECOND, version));
        assertThat(org.version()).isEqualTo(version);
        assertThat(shelf().edition(org.charter().version(1)).orElseThrow().state())
                .isEqualTo(Edition.State.REPLACED);
    }

    @Test
    void whoever_proposes_does_not_approve() {
        org.as("marcus").give(propose(retitled));

        approve("marcus").isForbidden().saysWhoCan(ids("dana", "priya", "omar", "helen"));
        approve("dana").happens(CharterEvent.Approved.class);
    }

    @Test
    void nobody_approves_twice() {
        org.as("george").give(propose(retitled));
        approve("marcus");

        approve("marcus").isRefused("approved-already");
    }

    @Test
    void nobody_approves_without_the_right() {
        org.as("george").give(propose(retitled));

        approve("george").isForbidden();
        approve("lucia").isForbidden();
        org.scenario().when(new CharterCommand.Approve(version)).isForbidden();
    }

    @Test
    void nobody_proposes_without_the_right() {
        org.as("helen").when(propose(retitled)).isForbidden().saysWhoCan(ids("dana", "nadia", "marcus", "george"));
    }

    @Test
    void what_the_host_proposes_is_approved_by_people_all_the_same() {
        org.scenario()
                .when(propose(retitled))
                .happens(new CharterEvent.Proposed(
                        SECOND, version, retitled, Optional.empty(), Content.of("Better words.")));
        assertThat(org.version()).isEqualTo(org.charter().version(1));

        approve("marcus");
        approve("helen").happens(CharterEvent.Approved.class, CharterEvent.Adopted.class);
    }

    @Test
    void whoever_gets_more_by_it_does_not_approve_it() {
        Charter crowned = Amended.role(org.charter(), "coo", Amended.rights("people.*"));
        org.as("george").give(propose(crowned));

        assertThat(shelf().editions().the(SECOND).gaining()).containsExactly(ids("priya", "omar"));
        org.as("priya").when(new CharterCommand.Approve(crowned.version(2))).isForbidden();
        org.as("omar").when(new CharterCommand.Approve(crowned.version(2))).isForbidden();
        org.as("helen").when(new CharterCommand.Approve(crowned.version(2))).happens(CharterEvent.Approved.class);
    }

    @Test
    void an_approval_is_for_the_very_words_that_were_read() {
        org.as("george").give(propose(retitled));

        String other = Amended.titled(retitled, "Something else").version(2);
        org.as("marcus").when(new CharterCommand.Approve(other)).isUnseen();
    }

    @Test
    void a_charter_may_ask_for_a_stronger_sign_in() {
        Charter strict = Amended.changedBy(org.charter(), 1, "hwk");
        org.as("george").give(propose(strict));
        org.as("marcus").give(new CharterCommand.Approve(strict.version(2)));
        org.as("helen").give(new CharterCommand.Approve(strict.version(2)));

        Charter third = Amended.titled(strict, "Third");
        org.as("george").give(new CharterCommand.Propose(Optional.empty(), third, "Better words."));
        org.as("marcus").when(new CharterCommand.Approve(third.version(3))).asksFor("hwk");
        org.scenario()
                .as(org.actor("marcus", "hwk"))
                .when(new CharterCommand.Approve(third.version(3)))
                .happens(CharterEvent.Approved.class, CharterEvent.Adopted.class);
    }

    @Test
    void another_that_was_proposed_before_is_overtaken() {
        Charter rival = Amended.titled(org.charter(), "Rival");
        org.as("george").give(propose(retitled));
        org.as("george").give(new CharterCommand.Propose(Optional.empty(), rival, "Other words."));
        org.as("marcus").give(new CharterCommand.Approve(rival.version(3)));
        org.as("helen").give(new CharterCommand.Approve(rival.version(3)));

        approve("marcus").isRefused("overtaken");
        org.as("marcus").when(new CharterCommand.Withdraw(version, "Too late.")).isRefused("overtaken");
    }

    @Test
    void the_proposer_takes_it_back() {
        org.as("george").give(propose(retitled));

        org.as("george")
                .when(new CharterCommand.Withdraw(version, "Not ripe."))
                .happens(new CharterEvent.Withdrawn(SECOND, version, Content.of("Not ripe.")));
        approve("marcus").isRefused("settled");
    }

    @Test
    void somebody_else_takes_it_back_only_by_right() {
        org.as("george").give(propose(retitled));

        org.as("helen").when(new CharterCommand.Withdraw(version, "No.")).isForbidden();
        org.scenario().when(new CharterCommand.Withdraw(version, "No.")).isForbidden();
        org.as("marcus").when(new CharterCommand.Withdraw(version, "No.")).happens(CharterEvent.Withdrawn.class);
    }

    @Test
    void what_the_host_proposed_the_host_takes_back() {
        org.scenario().give(propose(retitled));

        org.scenario().when(new CharterCommand.Withdraw(version, "Typo.")).happens(CharterEvent.Withdrawn.class);
    }

    @Test
    void what_is_in_force_is_neither_approved_nor_withdrawn() {
        org.as("marcus").when(new CharterCommand.Approve(org.version())).isRefused("in-force");
        org.as("marcus")
                .when(new CharterCommand.Withdraw(org.version(), "Away."))
                .isRefused("in-force");
    }

    @Test
    void what_was_in_force_is_of_the_past() {
        String first = org.version();
        org.as("george").give(propose(retitled));
        approve("marcus");
        approve("helen");

        org.as("marcus").when(new CharterCommand.Approve(first)).isRefused("settled");
    }

    @Test
    void what_makes_no_sense_is_refused() {
        org.as("george").when(propose(org.charter())).isRefused("same-charter");
        org.as("george").when(propose(Amended.openedBy(retitled, "wizard"))).isRefused("not-sound");
        org.as("george")
                .when(new CharterCommand.Propose(Optional.of(SECOND), retitled, ""))
                .isRefused("blank");
        org.as("george")
                .when(new CharterCommand.Propose(Optional.of(Actors.id("the first charter")), retitled, "Again."))
                .isRefused("exists");
        org.as("george").give(propose(retitled));
        org.as("marcus").when(new CharterCommand.Withdraw(version, " ")).isRefused("blank");
    }

    @Test
    void a_charter_is_changed_only_where_there_is_one() {
        AnOrganisation young = AnOrganisation.withoutCharter(
                muster.testing.Scenario.with(org.scenario().engine().catalogue()));

        young.scenario().when(propose(retitled)).isRefused("no-charter");
    }

    private Then approve(String name) {
        return org.as(name).when(new CharterCommand.Approve(version));
    }

    private static CharterCommand.Propose propose(Charter charter) {
        return new CharterCommand.Propose(Optional.of(SECOND), charter, "Better words.");
    }

    private Shelf shelf() {
        return org.scenario().state(Charters.KEY);
    }

    private static Id[] ids(String... names) {
        return List.of(names).stream().map(Actors::id).toArray(Id[]::new);
    }
}
