package muster.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgingPermissionsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final Id ANN = new Id("AAAAAAAAAAAAAAAAAAAAAA");
    private static final Id BOB = new Id("BBBBBBBBBBBBBBBBBBBBBA");
    private static final Id CAT = new Id("CCCCCCCCCCCCCCCCCCCCCA");
    private static final Permission RIGHT = Permission.right("tasks.offer");
    private static final Permission OWNER = Permission.oneOf("the owner", ANN);
    private static final Permission DECIDER = Permission.seated("a decider", List.of("ciso", "cio"));
    private static final Permission NOT_PROPOSER = new Permission.NoneOf("not the proposer", List.of(ANN));
    private static final Permission KEY = new Permission.Authenticated(List.of("hwk", "swk"));

    /// Which permissions the truth table speaks of, by column.
    private static Permission named(String name) {
        return switch (name) {
            case "right" -> RIGHT;
            case "owner" -> OWNER;
            case "decider" -> DECIDER;
            case "not-proposer" -> NOT_PROPOSER;
            case "key" -> KEY;
            case "human" -> new Permission.Human();
            case "host" -> Permission.onHost();
            case "member" -> new Permission.Member();
            case "nobody" -> Permission.nobody();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Circumstances circumstances(Actor actor, Standing standing) {
        return new Circumstances(
                actor,
                standing,
                new Readings() {
                    @Override
                    public <S> S stateOf(Key<S> feature) {
                        throw new IllegalArgumentException("nothing is read here");
                    }
                },
                NOW);
    }

    private static Actor person(Id id, String... amr) {
        return new Actor.Responder(id, CAT, List.of(amr), Optional.empty(), NOW);
    }

    private static Standing standing(boolean member, boolean human, List<String> roles, String... rights) {
        List<HeldSeat> seats = roles.stream()
                .map(role -> new HeldSeat(role, Optional.empty(), Optional.empty()))
                .toList();
        return new Standing(member, human, seats, Set.of(rights), "1@x");
    }

    /// Everybody in the table, from all to nothing.
    private static Circumstances of(String who) {
        return switch (who) {
            case "ann" -> circumstances(person(ANN, "hwk"), standing(true, true, List.of("ciso"), "tasks.offer"));
            case "bob" -> circumstances(person(BOB, "pwd"), standing(true, true, List.of("legal"), "tasks.*"));
            case "agent" -> circumstances(person(CAT, "swk"), standing(true, false, List.of("cio"), "*"));
            // somebody who left, whatever the standing still says
            case "gone" -> circumstances(person(ANN, "hwk"), standing(false, true, List.of("ciso"), "*"));
            case "operator" -> circumstances(new Actor.Operator("person"), Standing.STRANGER);
            case "muster" -> circumstances(Actor.muster(), Standing.STRANGER);
            default -> throw new IllegalArgumentException(who);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "ann,      right member human owner decider key",
        "bob,      right member human not-proposer",
        "agent,    right member decider not-proposer key",
        "gone,     key",
        "operator, host",
        "muster,   ''"
    })
    void who_may_what(String who, String what) {
        List<String> granted = List.of(what.split(" "));
        for (String name :
                List.of("right", "owner", "decider", "not-proposer", "key", "human", "host", "member", "nobody")) {
            Judge.Judgement judgement = Judge.judge(named(name), of(who));
            assertThat(judgement instanceof Judge.Permitted)
                    .as("%s is granted %s: %s", who, name, judgement)
                    .isEqualTo(granted.contains(name));
        }
    }

    @Test
    void a_judgement_says_what_it_rested_on_in_the_order_asked() {
        assertThat(Judge.judge(RIGHT.and(DECIDER).and(KEY).and(new Permission.Human()), of("ann")))
                .isEqualTo(new Judge.Permitted(
                        List.of("right tasks.offer", "a decider (ciso)", "signed in by hwk", "a human")));
    }

    @Test
    void the_first_thing_that_is_lacking_is_named() {
        assertThat(Judge.judge(RIGHT.and(DECIDER).and(KEY), of("bob")))
                .isEqualTo(new Judge.Denied(DECIDER, "a decider (ciso or cio)"));
        assertThat(Judge.judge(RIGHT.and(NOT_PROPOSER), of("ann")))
                .isEqualTo(new Judge.Denied(NOT_PROPOSER, "not the proposer"));
        assertThat(Judge.judge(KEY.and(DECIDER), of("bob")))
                .isEqualTo(new Judge.Denied(KEY, "a sign-in by hwk or swk"));
    }

    @Test
    void one_of_several_ways_is_enough_and_only_that_one_is_stated() {
        Permission either = OWNER.or(DECIDER.and(NOT_PROPOSER));

        assertThat(Judge.judge(either, of("agent")))
                .isEqualTo(new Judge.Permitted(List.of("a decider (cio)", "not the proposer")));
        assertThat(Judge.judge(either, of("ann"))).isEqualTo(new Judge.Permitted(List.of("the owner")));
        assertThat(Judge.judge(either, of("bob"))).isEqualTo(new Judge.Denied(OWNER, "the owner"));
    }

    @Test
    void nothing_of_nothing_is_granted_and_everything_of_nothing_is() {
        assertThat(Judge.judge(new Permission.Every(List.of()), of("bob"))).isEqualTo(new Judge.Permitted(List.of()));
        assertThat(Judge.judge(new Permission.Either(List.of()), of("ann"))).isInstanceOf(Judge.Denied.class);
    }

    @ParameterizedTest
    @CsvSource({"tasks.offer, true", "tasks.drop, false", "tasks2.offer, false", "decisions.offer, false"})
    void a_right_is_granted_by_its_own_name(String right, boolean granted) {
        assertThat(standing(true, true, List.of(), "tasks.offer").has(right)).isEqualTo(granted);
    }

    @ParameterizedTest
    @CsvSource({"tasks.offer, true", "tasks.drop, true", "tasks2.offer, false", "decisions.offer, false"})
    void a_right_is_granted_by_all_of_its_kind(String right, boolean granted) {
        assertThat(standing(true, true, List.of(), "tasks.*").has(right)).isEqualTo(granted);
        assertThat(standing(true, true, List.of(), "*").has(right)).isTrue();
    }

    /// Ann and Bob have the right, Bob and Cat the role.
    private static final class TwoOfThree implements Authority {
        @Override
        public Standing standing(Actor.Responder actor, Readings readings, Instant recordedAt) {
            return Standing.STRANGER;
        }

        @Override
        public List<Id> withRight(String right, Readings readings, Instant recordedAt) {
            return right.equals("tasks.offer") ? List.of(ANN, BOB) : List.of();
        }

        @Override
        public List<Id> inRole(String role, Readings readings, Instant recordedAt) {
            return role.equals("ciso") ? List.of(BOB, CAT) : List.of();
        }

        @Override
        public Clearance clearance(Actor.Responder actor, Readings readings, Instant recordedAt) {
            return Clearance.NONE;
        }
    }

    private static List<Id> whoCan(Permission permission) {
        return Judge.whoCan(permission, new TwoOfThree(), of("bob"));
    }

    @Test
    void who_could_is_whoever_meets_all_that_is_asked() {
        assertThat(whoCan(RIGHT)).containsExactly(ANN, BOB);
        assertThat(whoCan(DECIDER)).containsExactly(BOB, CAT);
        assertThat(whoCan(RIGHT.and(DECIDER))).containsExactly(BOB);
        assertThat(whoCan(RIGHT.and(OWNER).and(KEY))).containsExactly(ANN);
        assertThat(whoCan(RIGHT.and(NOT_PROPOSER))).containsExactly(BOB);
        assertThat(whoCan(RIGHT.or(DECIDER))).containsExactly(ANN, BOB, CAT);
    }

    @Test
    void where_nobody_meets_a_part_nobody_could() {
        assertThat(whoCan(DECIDER.and(Permission.right("tasks.drop")))).isEmpty();
        assertThat(whoCan(RIGHT.and(Permission.oneOf("the verifier")))).isEmpty();
        assertThat(whoCan(RIGHT.and(Permission.nobody()))).isEmpty();
    }

    @Test
    void where_nobody_in_particular_is_named_nobody_is_said() {
        assertThat(whoCan(new Permission.Member())).isEmpty();
        assertThat(whoCan(KEY.and(new Permission.Human()))).isEmpty();
    }
}
