package muster.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TellingCrisisTimeTest {
    private static final Instant SINCE = Instant.parse("2026-11-23T14:00:00Z");
    private static final Instant FROM = Instant.parse("2027-03-01T06:00:00Z");

    private static Ground ground(int speed) {
        return new Ground(
                StreamKind.EXERCISE,
                new Id("AAAAAAAAAAAAAAAAAAAAAA"),
                1,
                "origin",
                "key",
                Optional.empty(),
                SINCE,
                FROM,
                speed,
                false);
    }

    @Test
    void at_real_speed_it_goes_on_like_the_real_one() {
        assertThat(ground(100).timeAt(SINCE.plusMillis(1_234))).isEqualTo(FROM.plusMillis(1_234));
    }

    @Test
    void at_double_and_half_speed() {
        assertThat(ground(200).timeAt(SINCE.plusSeconds(10))).isEqualTo(FROM.plusSeconds(20));
        assertThat(ground(50).timeAt(SINCE.plusSeconds(10))).isEqualTo(FROM.plusSeconds(5));
    }

    @Test
    void at_a_pause_no_later_moment_ever_comes() {
        assertThat(ground(0).timeAt(SINCE.plusSeconds(100))).isEqualTo(FROM);
        assertThat(ground(0).realTimeOf(FROM.plusMillis(1))).isEmpty();
        assertThat(ground(0).realTimeOf(FROM)).contains(SINCE);
    }

    @Test
    void what_is_past_came_when_the_time_was_set() {
        assertThat(ground(100).realTimeOf(FROM.minusSeconds(9))).contains(SINCE);
    }

    @Property(tries = 500)
    void the_real_time_of_a_moment_is_the_first_at_which_it_has_come(
            @ForAll @IntRange(min = 1, max = 1_000_000) int speed,
            @ForAll @LongRange(min = 1, max = 10_000_000_000L) long ahead) {
        Instant moment = FROM.plusMillis(ahead);
        Instant real = ground(speed).realTimeOf(moment).orElseThrow();

        assertThat(ground(speed).timeAt(real)).isAfterOrEqualTo(moment);
        assertThat(ground(speed).timeAt(real.minusMillis(1))).isBefore(moment);
    }

    @Property(tries = 200)
    void it_never_goes_back(
            @ForAll @IntRange(min = 0, max = 1_000_000) int speed,
            @ForAll @LongRange(min = 0, max = 1_000_000_000L) long one,
            @ForAll @LongRange(min = 0, max = 1_000_000_000L) long more) {
        Instant first = ground(speed).timeAt(SINCE.plusMillis(one));
        assertThat(ground(speed).timeAt(SINCE.plusMillis(one + more))).isAfterOrEqualTo(first);
    }
}
