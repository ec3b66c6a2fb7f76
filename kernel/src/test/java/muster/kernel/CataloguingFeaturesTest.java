package muster.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CataloguingFeaturesTest {
    private final Catalogue catalogue = Pots.catalogue();

    @Test
    void the_sealed_families_are_the_catalogue() {
        assertThat(catalogue.commands(Scope.ORGANISATION).keySet())
                .contains("pots.fill", "pots.spill", "kernel.begin", "kernel.set-time", "kernel.settle");
        assertThat(catalogue.events(Scope.ORGANISATION).keySet())
                .containsExactly(
                        "kernel.clock-anomaly",
                        "kernel.clock-confirmed",
                        "kernel.genesis",
                        "kernel.reaction-refused",
                        "kernel.settled",
                        "kernel.time-set",
                        "pots.filled",
                        "pots.spilt");
        assertThat(catalogue.events(Scope.CRISIS).keySet()).allMatch(name -> name.startsWith("kernel."));
        assertThat(catalogue.nameOf(new Pots.Spill(Pots.POT))).isEqualTo("pots.spill");
    }

    @Test
    void two_features_of_one_name_and_scope_are_refused() {
        assertThatThrownBy(() -> new Catalogue(List.of(new Pots(), new Pots()), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pots/organisation");
    }

    @Test
    void a_record_of_no_feature_has_no_name() {
        record Stranger() implements Command {}
        assertThatThrownBy(() -> catalogue.nameOf(new Stranger())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_command_belongs_into_streams_of_its_scope_only() {
        assertThat(catalogue.owner(new Pots.Spill(Pots.POT), Scope.ORGANISATION).key())
                .isEqualTo(Pots.KEY);
        assertThatThrownBy(() -> catalogue.owner(new Pots.Spill(Pots.POT), Scope.CRISIS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reactions_are_found_by_their_event() {
        assertThat(catalogue.reactions(Pots.filled("jam")))
                .singleElement()
                .satisfies(reaction -> assertThat(reaction.name()).isEqualTo("when-filled-spill"));
        assertThat(catalogue.reactions(new Pots.Spilt(Pots.POT))).isEmpty();
    }

    @Test
    void where_there_is_no_authority_nobody_is_judged() {
        assertThatThrownBy(() -> catalogue.authority(Scope.CRISIS)).isInstanceOf(IllegalStateException.class);
    }
}
