package muster.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import muster.kernel.CanonicalJson;
import muster.kernel.Digest;
import muster.kernel.Wire;
import org.junit.jupiter.api.Test;

class AVersionOfTheCharterTest {
    private final Charter charter = ASmallCharter.charter();

    @Test
    void it_names_its_number_and_its_words() {
        byte[] canonical = CanonicalJson.bytes(Wire.tree(charter));

        assertThat(charter.version(7)).isEqualTo("7@" + Digest.of(canonical));
    }

    @Test
    void it_is_the_same_for_the_same_words_however_they_were_written() {
        byte[] canonical = CanonicalJson.bytes(Wire.tree(charter));
        Charter read = Wire.read(CanonicalJson.parse(canonical), Charter.class, "charter");

        assertThat(read).isEqualTo(charter);
        assertThat(read.digest()).isEqualTo(charter.digest());
    }

    /// A golden value: crises pin it, so it may never change for these words.
    @Test
    void it_stays_what_it_was_in_every_release() {
        assertThat(charter.digest()).isEqualTo("JG52nmhxXoGKbXd3sjBy1Ag4kHMRAd3TfuxC3WbwYW0");
    }

    @Test
    void it_is_another_for_other_words() {
        assertThat(Amended.titled(charter, "Other").digest()).isNotEqualTo(charter.digest());
        assertThat(Amended.role(charter, "ceo", Amended.deputies()).digest()).isNotEqualTo(charter.digest());
    }

    @Test
    void a_type_of_decision_knows_its_path() {
        DecisionType containment = charter.decisionType("containment").orElseThrow();

        assertThat(containment.lastLevel()).isEqualTo(1);
        assertThat(containment.timeAt(0)).isEqualTo(Duration.ofMinutes(30));
        assertThat(containment.timeAt(1)).isEqualTo(Duration.ofMinutes(15));
        assertThat(containment.everyDecider()).containsExactly("ciso", "coo", "ceo");
    }

    @Test
    void things_in_it_are_found_by_name() {
        assertThat(charter.role("ceo").map(Role::title)).contains("CEO");
        assertThat(charter.severity("sev-2").map(Severity::updateEvery)).contains(Duration.ofHours(4));
        assertThat(charter.rolesWith("charter.propose"))
                .extracting(Role::name)
                .containsExactly("incident-lead", "ciso", "general-counsel");
        assertThat(charter.rightsOf(List.of("ceo", "coo")))
                .containsExactly("decisions.*", "tasks.*", "crises.open", "charter.approve", "crises.close");
    }
}
