package muster.charter;

import java.util.Optional;
import muster.kernel.Clearance;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Readings;
import muster.kernel.Table;
import muster.kernel.View;

/// The shelf: every charter, the one in force and those that wait for approval among them.
final class CharterBoard implements View<Shelf> {
    @Override
    public String name() {
        return "charter.shelf";
    }

    @Override
    public Class<CharterCard> cards() {
        return CharterCard.class;
    }

    @Override
    public Table<?> subjects(Shelf shelf) {
        return shelf.editions();
    }

    @Override
    public Optional<Card> card(Id id, Shelf shelf, Readings readings, Clearance clearance) {
        return clearance.sees(Lane.GENERAL)
                ? shelf.editions().find(id).map(edition -> CharterCard.of(edition, shelf))
                : Optional.empty();
    }
}
