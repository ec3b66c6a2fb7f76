package muster.people;

import java.time.Instant;
import muster.kernel.Id;
import muster.kernel.View;

/// A partner organisation as the directory shows it.
public record PartnerCard(Id id, String name, String ground, Instant until) implements View.Card {
    static PartnerCard of(Partner partner) {
        return new PartnerCard(
                partner.id(), partner.name().or("(withheld)"), partner.ground().or("(withheld)"), partner.until());
    }
}
