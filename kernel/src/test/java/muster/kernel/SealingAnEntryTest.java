package muster.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SealingAnEntryTest {
    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    private final Entries entries = new Entries(Pots.catalogue());
    private final Random random = new Random(1);

    private Entries.Sealed sealed(Event event) {
        Header at = new Header(
                Entries.FORMAT, StreamId.ORGANISATION, 1, 7, NOW, NOW, Catalogue.RULES, false, List.of(), "", "");
        Entries.Draft draft = new Entries.Draft(
                at,
                Lane.GENERAL,
                new Actor.Operator("person"),
                Entitlement.NONE,
                Optional.empty(),
                Optional.of(6L),
                new Cause(7, 1, new Cause.Asked(), Optional.of("key"), Optional.of("request")),
                event);
        return entries.seal(draft, count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        });
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] damaged(byte[] text, String there, String instead) {
        String changed = text(text).replace(there, instead);
        assertThat(changed).isNotEqualTo(text(text));
        return changed.getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte @Nullable []> contents(Entry entry) {
        return new ArrayList<>(entry.contents());
    }

    private static byte[] body(Entry entry) {
        return Objects.requireNonNull(entry.body());
    }

    @Test
    void what_is_sealed_is_read_back() {
        Entries.Sealed sealed = sealed(Pots.filled("jam"));
        assertThat(entries.read(sealed.entry())).contains(sealed.recorded());
        assertThat(sealed.recorded().event()).isEqualTo(Pots.filled("jam"));
        assertThat(sealed.recorded().digest()).isEqualTo(Digest.of(body(sealed.entry())));
    }

    @Test
    void the_header_says_whether_authority_may_rest_on_it() {
        assertThat(sealed(Pots.filled("jam")).recorded().header().authority()).isFalse();
        assertThat(sealed(new Pots.Spilt(Pots.POT)).recorded().header().authority())
                .isTrue();
    }

    @Test
    void the_same_words_have_another_digest_each_time() {
        Entry one = sealed(Pots.filled("jam")).entry();
        Entry other = sealed(Pots.filled("jam")).entry();
        assertThat(entries.header(one).body())
                .isNotEqualTo(entries.header(other).body());
        assertThat(text(body(one))).doesNotContain("jam");
    }

    @Test
    void content_may_be_withheld_one_by_one() {
        Entry entry = sealed(Pots.filled("jam")).entry();
        List<byte @Nullable []> contents = contents(entry);
        // in the order of their names: also, with
        contents.set(1, null);

        assertThat(entries.read(new Entry(entry.header(), entry.body(), contents))
                        .orElseThrow()
                        .event())
                .isEqualTo(new Pots.Filled(
                        Pots.POT, Optional.empty(), Content.absent(), Content.of(List.of("sugar", "salt"))));
    }

    @Test
    void a_withheld_body_leaves_only_the_header() {
        Entries.Sealed sealed = sealed(Pots.filled("jam"));
        Entry entry = new Entry(sealed.entry().header(), null, List.of());

        assertThat(entries.read(entry)).isEmpty();
        assertThat(entries.header(entry)).isEqualTo(sealed.recorded().header());
    }

    @Test
    void a_changed_content_is_not_what_the_body_committed_to() {
        Entry entry = sealed(Pots.filled("jam")).entry();
        List<byte @Nullable []> contents = contents(entry);
        contents.set(1, damaged(Objects.requireNonNull(contents.get(1)), "jam", "ham"));

        assertThatThrownBy(() -> entries.read(new Entry(entry.header(), entry.body(), contents)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("contents.with");
    }

    @Test
    void exchanged_contents_are_found() {
        Entry entry = sealed(Pots.filled("jam")).entry();
        List<byte @Nullable []> contents = contents(entry).reversed();

        assertThatThrownBy(() -> entries.read(new Entry(entry.header(), entry.body(), contents)))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void a_content_more_or_less_is_found() {
        Entry entry = sealed(Pots.filled("jam")).entry();
        List<byte @Nullable []> less = contents(entry).subList(0, 1);
        List<byte @Nullable []> more = contents(entry);
        more.add(null);

        for (List<byte @Nullable []> contents : List.of(less, more)) {
            assertThatThrownBy(() -> entries.read(new Entry(entry.header(), entry.body(), contents)))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("the body lists 2");
        }
    }

    @Test
    void a_changed_body_is_not_what_the_header_committed_to() {
        Entry entry = sealed(Pots.filled("jam")).entry();
        byte[] body = damaged(body(entry), "operator", "opexator");

        assertThatThrownBy(() -> entries.read(new Entry(entry.header(), body, entry.contents())))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("body");
    }

    @Test
    void a_header_that_is_no_header_is_refused() {
        Entry entry = sealed(Pots.filled("jam")).entry();
        for (String instead : List.of("\"epoch\":1.5", "\"epoch\":\"1\"", "\"epoch\":1,\"more\":1", "\"epok\":1", "")) {
            byte[] header = damaged(entry.header(), "\"epoch\":1", instead);
            assertThatThrownBy(() -> entries.header(new Entry(header, entry.body(), entry.contents())))
                    .isInstanceOf(Malformed.class)
                    .hasMessageStartingWith("header");
        }
    }

    @Test
    void a_type_that_this_build_does_not_know_is_said() {
        Entry entry = sealed(Pots.filled("jam")).entry();
        Catalogue other = new Catalogue(List.of(), Map.of());

        assertThatThrownBy(() -> new Entries(other).read(entry))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("pots.filled is not known to this build");
    }

    @Test
    void an_entry_stays_below_its_limit() {
        assertThatThrownBy(() -> sealed(Pots.filled("x".repeat(Entries.MOST_BYTES))))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("the most is 65535");
    }
}
