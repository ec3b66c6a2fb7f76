package muster.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.Recorded;
import muster.testing.Actors;
import org.junit.jupiter.api.Test;

class WhatCannotFollowTest {
    private static final Id SECOND = Actors.id("second");

    private final AnOrganisation org = AnOrganisation.alone();
    private final Charter retitled = Amended.titled(org.charter(), "Second");
    private final String version = retitled.version(2);

    @Test
    void there_is_one_first_charter() {
        assertCannotFollow(shelf(), last(CharterEvent.Established.class));
    }

    @Test
    void a_proposal_comes_once_and_after_the_first_charter() {
        org.as("george").give(propose());

        assertCannotFollow(shelf(), last(CharterEvent.Proposed.class));
        assertCannotFollow(Shelf.EMPTY, last(CharterEvent.Proposed.class));
    }

    @Test
    void a_version_that_lies_about_its_words_is_no_version() {
        org.as("george").give(propose());
        Shelf before = shelf();
        Recorded<CharterEvent> honest = last(CharterEvent.Proposed.class);
        CharterEvent lie = new CharterEvent.Proposed(
                Actors.id("third"), version, org.charter(), Optional.of(org.id("george")), Content.of("Trust me."));

        assertCannotFollow(before, with(honest, lie));
    }

    @Test
    void a_proposer_speaks_for_themselves() {
        org.as("george").give(propose());
        Charter third = Amended.titled(retitled, "Third");
        CharterEvent framed = new CharterEvent.Proposed(
                Actors.id("third"), third.version(3), third, Optional.of(org.id("helen")), Content.of("Hers."));

        assertCannotFollow(shelf(), with(last(CharterEvent.Proposed.class), framed));
    }

    @Test
    void an_approval_counts_once_and_in_a_role_that_may() {
        org.as("george").give(propose());
        Shelf before = shelf();
        org.as("marcus").give(new CharterCommand.Approve(version));
        Recorded<CharterEvent> approved = last(CharterEvent.Approved.class);

        assertCannotFollow(shelf(), approved);
        assertCannotFollow(before, with(approved, new CharterEvent.Approved(SECOND, version, "communications-lead")));
    }

    @Test
    void nothing_is_adopted_before_enough_have_agreed_or_twice() {
        org.as("george").give(propose());
        org.as("marcus").give(new CharterCommand.Approve(version));
        Shelf half = shelf();
        org.as("helen").give(new CharterCommand.Approve(version));
        Recorded<CharterEvent> adopted = last(CharterEvent.Adopted.class);

        assertCannotFollow(half, adopted);
        assertCannotFollow(shelf(), adopted);
        assertThat(shelf().versionInForce()).contains(version);
    }

    @Test
    void what_is_withdrawn_stays_withdrawn() {
        org.as("george").give(propose());
        org.as("george").give(new CharterCommand.Withdraw(version, "Not ripe."));

        assertCannotFollow(shelf(), last(CharterEvent.Withdrawn.class));
    }

    private CharterCommand.Propose propose() {
        return new CharterCommand.Propose(Optional.of(SECOND), retitled, "Better words.");
    }

    private Shelf shelf() {
        return org.scenario().state(Charters.KEY);
    }

    private static void assertCannotFollow(Shelf shelf, Recorded<CharterEvent> recorded) {
        assertThatThrownBy(() -> new Charters().evolve(shelf, recorded))
                .as(recorded.event().toString())
                .isInstanceOf(IllegalStateException.class);
    }

    private static Recorded<CharterEvent> with(Recorded<CharterEvent> like, CharterEvent event) {
        return new Recorded<>(
                like.header(),
                like.type(),
                like.lane(),
                like.actor(),
                like.authority(),
                like.occurred(),
                like.seen(),
                like.cause(),
                event);
    }

    @SuppressWarnings("unchecked")
    private Recorded<CharterEvent> last(Class<? extends CharterEvent> type) {
        List<Recorded<CharterEvent>> all = org.scenario().events().stream()
                .filter(recorded -> type.isInstance(recorded.event()))
                .map(recorded -> (Recorded<CharterEvent>) (Recorded<?>) recorded)
                .toList();
        return all.getLast();
    }
}
