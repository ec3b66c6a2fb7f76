package muster.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingThingsTest {
    @Property(tries = 200)
    void sixteen_bytes_are_always_an_id(@ForAll @Size(16) byte[] bytes) {
        assertThat(Id.wellFormed(Id.of(bytes).text())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAB",
                "AAAAAAAAAAAAAAAAAAAA+A",
                "AAAAAAAAAAAAAAAAAAAA=A",
                "ÄAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatever_is_not_the_one_spelling_of_128_bits_is_no_id(String text) {
        assertThat(Id.wellFormed(text)).isFalse();
        assertThatThrownBy(() -> new Id(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_stream_is_the_organisation_or_has_an_id() {
        assertThat(new StreamId("organisation").isOrganisation()).isTrue();
        assertThat(new StreamId("AAAAAAAAAAAAAAAAAAAAAA").isOrganisation()).isFalse();
        assertThatThrownBy(() -> new StreamId("C-2041")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_lane_is_the_general_one_or_has_an_id() {
        assertThat(new Lane("general").isGeneral()).isTrue();
        assertThat(new Lane("AAAAAAAAAAAAAAAAAAAAAA").isGeneral()).isFalse();
        assertThatThrownBy(() -> new Lane("counsel")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equal_clearances_are_equal_in_any_order() {
        Lane lane = new Lane("AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(new Clearance(List.of(lane, Lane.GENERAL, lane)))
                .isEqualTo(new Clearance(List.of(Lane.GENERAL, lane)));
        assertThat(Clearance.GENERAL.sees(lane)).isFalse();
        assertThat(Clearance.NONE.sees(Lane.GENERAL)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"HandedOver, handed-over", "Written, written", "AnswerQuestionsNow, answer-questions-now", "A, a"})
    void a_record_is_called_on_the_wire_what_it_is_called_in_java(String java, String wire) {
        assertThat(Wire.kebab(java)).isEqualTo(wire);
    }

    @Test
    void a_feature_has_one_lower_case_word_for_a_name() {
        assertThatThrownBy(() -> new Key<>("Tasks", Scope.CRISIS, String.class))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Key<>("our-tasks", Scope.CRISIS, String.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parts_of_a_key_cannot_be_mistaken_for_one_another() {
        assertThat(Digest.key("ab", "c")).isNotEqualTo(Digest.key("a", "bc"));
        assertThat(Digest.key("a", "")).isNotEqualTo(Digest.key("a"));
        Secret secret = new Secret(new byte[32]);
        assertThat(secret.mac("ab", "c")).isNotEqualTo(secret.mac("a", "bc")).hasSize(43);
        assertThat(secret.mac("a")).isNotEqualTo(new Secret(new byte[33]).mac("b"));
    }

    @Test
    void a_secret_is_long_and_never_shown() {
        assertThatThrownBy(() -> new Secret(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Secret(new byte[32])).hasToString("(secret)");
    }
}
