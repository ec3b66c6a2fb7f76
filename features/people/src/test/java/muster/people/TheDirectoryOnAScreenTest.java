package muster.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import muster.kernel.Clearance;
import muster.kernel.Content;
import muster.kernel.Found;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.testing.Actors;
import org.junit.jupiter.api.Test;

class TheDirectoryOnAScreenTest {
    private final AFrontDesk desk = new AFrontDesk();

    @Test
    void everybody_has_a_card_those_who_left_too() {
        List<PersonCard> cards = desk.host.view("people.directory", PersonCard.class);

        assertThat(cards).extracting(PersonCard::name).containsExactly("clara", "jonas", "vera");
        assertThat(cards).extracting(PersonCard::active).containsExactly(true, true, false);
    }

    @Test
    void partners_have_cards_of_their_own() {
        desk.clara.give(new PeopleCommand.EngagePartner(
                Optional.of(Actors.id("firm")), "Hale LLP", "Letter", desk.in(Duration.ofDays(9))));

        assertThat(desk.host.view("people.partners", PartnerCard.class))
                .containsExactly(new PartnerCard(Actors.id("firm"), "Hale LLP", "Letter", desk.in(Duration.ofDays(9))));
    }

    @Test
    void whoever_may_see_nothing_sees_nobody() {
        assertThat(desk.host.view("people.directory", Clearance.NONE)).isEmpty();
        assertThat(desk.host.view("people.partners", Clearance.NONE)).isEmpty();
    }

    @Test
    void a_name_that_was_erased_is_shown_as_withheld() {
        Person jonas = desk.person("jonas");
        Person erased = jonas.with(new Person.Words(
                Content.absent(), Content.absent(), Content.absent(), Content.absent(), jonas.digest()));

        PersonCard card = PersonCard.of(erased);
        assertThat(List.of(card.name(), card.handle(), card.purpose()))
                .containsExactly("(withheld)", "(withheld)", "(withheld)");
        assertThat(card.reach()).isEmpty();
    }

    @Test
    void people_and_partners_can_be_referred_to() {
        Id firm = Actors.id("firm");
        desk.clara.give(
                new PeopleCommand.EngagePartner(Optional.of(firm), "Hale LLP", "Letter", desk.in(Duration.ofDays(9))));
        People people = new People();

        assertThat(people.find(desk.directory(), Actors.id("jonas")))
                .contains(new Found(desk.person("jonas").digest(), Lane.GENERAL));
        assertThat(people.find(desk.directory(), firm))
                .contains(new Found(desk.directory().partner(firm).orElseThrow().digest(), Lane.GENERAL));
        assertThat(people.find(desk.directory(), Actors.id("jonas's session"))).isEmpty();
    }
}
