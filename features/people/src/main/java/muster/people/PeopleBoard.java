package muster.people;

import java.util.List;
import java.util.Optional;
import muster.kernel.Clearance;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Readings;
import muster.kernel.Table;
import muster.kernel.View;

/// The screens of this feature: who there is, and which partners.
final class PeopleBoard {
    static final List<View<Directory>> VIEWS = List.of(new Persons(), new Partners());

    private PeopleBoard() {}

    /// Everybody, those who left too: history keeps mentioning them.
    private static final class Persons implements View<Directory> {
        @Override
        public String name() {
            return "people.directory";
        }

        @Override
        public Class<PersonCard> cards() {
            return PersonCard.class;
        }

        @Override
        public Table<?> subjects(Directory directory) {
            return directory.persons();
        }

        @Override
        public Optional<Card> card(Id id, Directory directory, Readings readings, Clearance clearance) {
            return clearance.sees(Lane.GENERAL) ? directory.person(id).map(PersonCard::of) : Optional.empty();
        }
    }

    private static final class Partners implements View<Directory> {
        @Override
        public String name() {
            return "people.partners";
        }

        @Override
        public Class<PartnerCard> cards() {
            return PartnerCard.class;
        }

        @Override
        public Table<?> subjects(Directory directory) {
            return directory.partners();
        }

        @Override
        public Optional<Card> card(Id id, Directory directory, Readings readings, Clearance clearance) {
            return clearance.sees(Lane.GENERAL) ? directory.partner(id).map(PartnerCard::of) : Optional.empty();
        }
    }
}
