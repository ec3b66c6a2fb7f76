package muster.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import muster.kernel.Clearance;
import muster.kernel.Content;
import muster.kernel.Found;
import muster.kernel.Headline;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Recorded;
import muster.testing.Actors;
import org.junit.jupiter.api.Test;

class TheShelfOnAScreenTest {
    private final AnOrganisation org = AnOrganisation.alone();
    private final Charter retitled = Amended.titled(org.charter(), "Second");

    @Test
    void the_charter_in_force_waits_for_nobody() {
        CharterCard card = card(0);

        assertThat(card.state()).isEqualTo(Edition.State.IN_FORCE);
        assertThat(card.charter()).isEqualTo(org.charter());
        assertThat(card.note()).isEqualTo("Where we start.");
        assertThat(card.sentences()).hasSize(4);
        assertThat(card.waitsFor()).isEmpty();
    }

    @Test
    void a_proposed_charter_waits_for_everybody_whose_approval_would_count() {
        org.as("marcus").give(new CharterCommand.Propose(Optional.empty(), retitled, "Better words."));
        assertThat(card(1).approvalsNeeded()).isEqualTo(2);
        assertThat(card(1).waitsFor()).containsExactlyInAnyOrder(ids("dana", "priya", "omar", "helen"));

        org.as("helen").give(new CharterCommand.Approve(retitled.version(2)));
        assertThat(card(1).approvals())
                .containsExactly(new Quorum.Approval(org.id("helen"), "ceo", retitled.version(2)));
        assertThat(card(1).waitsFor()).containsExactlyInAnyOrder(ids("dana", "priya", "omar"));

        org.as("priya").give(new CharterCommand.Approve(retitled.version(2)));
        assertThat(card(1).waitsFor()).isEmpty();
        assertThat(card(0).state()).isEqualTo(Edition.State.REPLACED);
    }

    @Test
    void whoever_may_see_nothing_sees_no_charter() {
        assertThat(org.scenario().view("charter.shelf", Clearance.NONE)).isEmpty();
    }

    @Test
    void a_note_that_was_erased_is_shown_as_withheld() {
        Shelf shelf = org.scenario().state(Charters.KEY);
        Edition first = shelf.editionInForce().orElseThrow();
        Edition erased = new Edition(
                first.id(),
                first.version(),
                first.charter(),
                Content.absent(),
                first.proposer(),
                first.gaining(),
                first.quorum(),
                first.state(),
                first.digest());

        assertThat(CharterCard.of(erased, shelf).note()).isEqualTo("(withheld)");
    }

    @Test
    void a_charter_can_be_referred_to() {
        Shelf shelf = org.scenario().state(Charters.KEY);
        Edition first = shelf.editionInForce().orElseThrow();

        assertThat(new Charters().find(shelf, first.id())).contains(new Found(first.digest(), Lane.GENERAL));
        assertThat(new Charters().find(shelf, Actors.id("none"))).isEmpty();
    }

    @Test
    void every_entry_reads_as_a_sentence() {
        Id dropped = Actors.id("dropped");
        Charter other = Amended.titled(org.charter(), "Other");
        org.as("george").give(new CharterCommand.Propose(Optional.empty(), retitled, "Better words."));
        org.as("george").give(new CharterCommand.Propose(Optional.of(dropped), other, "Other words."));
        org.as("george").give(new CharterCommand.Withdraw(other.version(3), "Not ripe."));
        org.as("helen").give(new CharterCommand.Approve(retitled.version(2)));
        org.as("dana").give(new CharterCommand.Approve(retitled.version(2)));

        assertThat(told())
                .containsExactly(
                        "{0} brought the first charter, {1}: {2}"
                                + " [The operator on the host, Response charter, Where we start.]",
                        "{0} proposed charter {1}: {2} [george, 2, Better words.]",
                        "{0} proposed charter {1}: {2} [george, 3, Other words.]",
                        "{0} withdrew charter {1}: {2} [george, 3, Not ripe.]",
                        "{0} approved charter {1} as {2} [helen, 2, CEO]",
                        "{0} approved charter {1} as {2} [dana, 2, CISO]",
                        "Charter {0} is in force [2]");
    }

    @SuppressWarnings("unchecked")
    private List<String> told() {
        return org.scenario().events().stream()
                .filter(recorded -> recorded.event() instanceof CharterEvent)
                .map(recorded -> new Charters()
                        .tell(
                                (Recorded<CharterEvent>) (Recorded<?>) recorded,
                                org.scenario().state(Charters.KEY)))
                .map(headline -> headline.words() + " "
                        + headline.parts().stream().map(this::shown).toList())
                .toList();
    }

    private String shown(Headline.Part part) {
        return switch (part) {
            case Headline.Person(Id id) ->
                AnOrganisation.everybody().stream()
                        .filter(name -> org.id(name).equals(id))
                        .findFirst()
                        .orElseThrow();
            case Headline.Text(String text) -> text;
            case Headline.Thing thing -> thing.toString();
            case Headline.Moment moment -> moment.toString();
        };
    }

    private CharterCard card(int n) {
        return org.scenario().view("charter.shelf", CharterCard.class).get(n);
    }

    private static Id[] ids(String... names) {
        return List.of(names).stream().map(Actors::id).toArray(Id[]::new);
    }
}
