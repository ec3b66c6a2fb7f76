package muster.server;

import java.util.List;
import java.util.Map;
import muster.channels.Channels;
import muster.charter.Charters;
import muster.charter.OrganisationAuthority;
import muster.crises.Crises;
import muster.crises.CrisisAuthority;
import muster.crises.Register;
import muster.decisions.Decisions;
import muster.kernel.Catalogue;
import muster.kernel.Scope;
import muster.people.People;
import muster.tasks.Tasks;

/// What this Muster can do: every feature, in the order in which screens show them.
public final class Features {
    private Features() {}

    public static Catalogue catalogue() {
        return new Catalogue(
                List.of(
                        new People(),
                        new Charters(),
                        new Register(),
                        new Crises(),
                        new Tasks(),
                        new Decisions(),
                        new Channels()),
                Map.of(
                        Scope.ORGANISATION, new OrganisationAuthority(),
                        Scope.CRISIS, new CrisisAuthority()));
    }
}
