package muster.people;

import static org.assertj.core.api.Assertions.assertThat;

import muster.kernel.Content;
import muster.testing.Actors;
import org.junit.jupiter.api.Test;

class LeavingTest {
    private final AFrontDesk desk = new AFrontDesk();

    @Test
    void whoever_leaves_is_signed_out_and_stays_known() {
        desk.clara
                .when(new PeopleCommand.Remove(Actors.id("jonas"), "Moved on."))
                .happens(new PeopleEvent.Removed(Actors.id("jonas"), Content.of("Moved on.")));

        assertThat(desk.honours("jonas")).isFalse();
        assertThat(desk.person("jonas").active()).isFalse();
        assertThat(desk.directory().withHandle("jonas")).isEmpty();
    }

    @Test
    void whoever_left_cannot_leave_again() {
        desk.clara.when(new PeopleCommand.Remove(Actors.id("vera"), "Again.")).isRefused("removed");
    }

    @Test
    void nobody_leaves_without_a_reason() {
        desk.clara.when(new PeopleCommand.Remove(Actors.id("jonas"), "")).isRefused("blank");
    }

    @Test
    void nobody_leaves_a_service_account_behind() {
        desk.clara.give(AFrontDesk.service("backup", "jonas"));
        desk.clara
                .when(new PeopleCommand.Remove(Actors.id("jonas"), "Moved on."))
                .isRefused("answers-for-others");

        desk.clara.give(new PeopleCommand.Remove(Actors.id("backup"), "Not needed."));
        desk.clara
                .when(new PeopleCommand.Remove(Actors.id("jonas"), "Moved on."))
                .happens(PeopleEvent.Removed.class);
    }

    @Test
    void whoever_was_never_here_cannot_leave() {
        desk.clara.when(new PeopleCommand.Remove(Actors.id("a ghost"), "Boo.")).isUnseen();
    }
}
