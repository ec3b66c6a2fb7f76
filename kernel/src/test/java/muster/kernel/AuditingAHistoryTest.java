package muster.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an auditor says of histories that Muster would never have written; each is forged with all
/// digests right.
class AuditingAHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final Actor ANN = new Actor.Responder(Pots.ANN, Pots.ANN, List.of("pwd"), Optional.empty(), NOW);
    private static final Entitlement HERS = new Entitlement(List.of(), List.of("right pots.fill"), "1@pots");
    private static final Cause.Origin ASKED = new Cause.Asked();

    private final Catalogue catalogue = Pots.catalogue();
    private final Entries entries = new Entries(catalogue);
    private final Random random = new Random(1);
    private final List<Entry> history = new ArrayList<>();
    private Instant time = NOW;
    private UnaryOperator<Header> forged = UnaryOperator.identity();

    private Entropy entropy() {
        return count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        };
    }

    private void write(Event event, Actor actor, Entitlement authority, Cause.Origin by, long first, int count) {
        Header at = new Header(
                Entries.FORMAT,
                StreamId.ORGANISATION,
                1,
                history.size(),
                time,
                time,
                Catalogue.RULES,
                false,
                List.of(),
                "",
                "");
        Entries.Draft draft = new Entries.Draft(
                forged.apply(at),
                Lane.GENERAL,
                actor,
                authority,
                Optional.empty(),
                Optional.empty(),
                new Cause(first, count, by, Optional.of("key " + first), Optional.empty()),
                event);
        history.add(entries.seal(draft, entropy()).entry());
    }

    private void write(Event event, Actor actor, Entitlement authority, Cause.Origin by) {
        write(event, actor, authority, by, history.size(), 1);
    }

    private void byAnn(Event event) {
        write(event, ANN, HERS, ASKED);
    }

    private List<Replay.Verdict> audit() {
        Replay replay = new Replay(catalogue, StreamId.ORGANISATION, new Replay.Elsewhere() {
            @Override
            public Optional<Readings> at(Read read) {
                return Optional.empty();
            }

            @Override
            public Optional<Recorded<Event>> entry(StreamId stream, int epoch, long seq) {
                return Optional.empty();
            }
        });
        return history.stream().map(replay::next).toList();
    }

    private void isWrong(String words) {
        assertThat(audit().getLast()).isInstanceOfSatisfying(Replay.Wrong.class, wrong -> {
            assertThat(wrong.seq()).isEqualTo(history.size() - 1);
            assertThat(wrong.words()).contains(words);
        });
    }

    private void isReplayed() {
        assertThat(audit()).allMatch(Replay.Replayed.class::isInstance);
    }

    @BeforeEach
    void aHistoryThatBegan() {
        KernelEvent.Genesis genesis = new KernelEvent.Genesis(
                StreamKind.ORGANISATION, Pots.POT, 1, "origin", "key", Optional.empty(), Optional.empty());
        write(genesis, new Actor.Operator("setup"), new Entitlement(List.of(), List.of("operator"), ""), ASKED);
    }

    @Test
    void what_was_permitted_is_replayed() {
        byAnn(Pots.filled("jam"));
        isReplayed();
    }

    @Test
    void what_follows_by_a_declared_reaction_is_replayed() {
        write(Pots.filled("too much"), ANN, HERS, ASKED, 1, 2);
        write(
                new Pots.Spilt(Pots.POT),
                Actor.muster(),
                Entitlement.NONE,
                new Cause.Reacted(1, "when-filled-spill"),
                1,
                2);
        isReplayed();
    }

    @Test
    void a_stranger_was_not_in_the_room() {
        Actor stranger = new Actor.Responder(Pots.POT, Pots.POT, List.of(), Optional.empty(), NOW);
        write(Pots.filled("jam"), stranger, HERS, ASKED);
        isWrong("not in the room");
    }

    @Test
    void the_operator_has_not_the_rights_of_responders() {
        write(Pots.filled("jam"), new Actor.Operator("person"), Entitlement.NONE, ASKED);
        isWrong("was not permitted");
    }

    @Test
    void what_only_muster_does_was_not_permitted_to_a_person() {
        byAnn(Pots.filled("jam"));
        byAnn(new Pots.Spilt(Pots.POT));
        isWrong("was not permitted");
    }

    @Test
    void an_authority_that_was_never_held_is_found() {
        write(
                Pots.filled("jam"),
                ANN,
                new Entitlement(List.of(), List.of("right pots.fill", "the owner"), "1@pots"),
                ASKED);
        isWrong("another authority");
    }

    @Test
    void muster_itself_does_nothing_on_a_command() {
        byAnn(Pots.filled("jam"));
        write(new Pots.Spilt(Pots.POT), Actor.muster(), Entitlement.NONE, ASKED);
        isWrong("by Muster itself on a command");
    }

    @Test
    void a_reaction_that_is_not_declared_is_found() {
        write(Pots.filled("too much"), ANN, HERS, ASKED, 1, 2);
        write(Pots.filled("jam"), Actor.muster(), Entitlement.NONE, new Cause.Reacted(1, "when-filled-spill"), 1, 2);
        isWrong("not declared to follow");
    }

    @Test
    void a_reaction_to_an_entry_of_an_earlier_append_is_found() {
        byAnn(Pots.filled("too much"));
        write(new Pots.Spilt(Pots.POT), Actor.muster(), Entitlement.NONE, new Cause.Reacted(1, "when-filled-spill"));
        isWrong("outside its append");
    }

    @Test
    void an_alarm_rings_only_when_it_was_set_and_due() {
        Instant due = NOW.plusSeconds(60);
        byAnn(new Pots.Filled(Pots.POT, Optional.of(due), Content.of("jam"), Content.of(List.of())));
        Cause.Origin rang = new Cause.Rang("pots", "spill", due);

        time = due.minusMillis(1);
        write(new Pots.Spilt(Pots.POT), Actor.muster(), Entitlement.NONE, rang);
        isWrong("not due");
        history.removeLast();

        time = due;
        write(new Pots.Spilt(Pots.POT), Actor.muster(), Entitlement.NONE, rang);
        isReplayed();
        history.removeLast();

        write(
                new Pots.Spilt(Pots.POT),
                Actor.muster(),
                Entitlement.NONE,
                new Cause.Rang("pots", "spill", due.minusSeconds(1)));
        isWrong("not due");
    }

    @Test
    void an_errand_that_was_not_on_its_way_does_not_come_back() {
        write(
                new KernelEvent.Settled("errand", Errand.Outcome.DONE, Content.of("")),
                Actor.muster(),
                Entitlement.NONE,
                new Cause.Returned("errand"));
        isWrong("not on its way");
    }

    @Test
    void an_entry_whose_cause_in_another_stream_is_not_at_hand_is_not_replayed() {
        byAnn(Pots.filled("jam"));
        write(
                new Pots.Spilt(Pots.POT),
                Actor.muster(),
                Entitlement.NONE,
                new Cause.Crossed(StreamId.of(Pots.POT), 1, 3, "when-filled-spill", 0));
        assertThat(audit().getLast()).isNotInstanceOf(Replay.Replayed.class);
    }

    @Test
    void an_event_that_cannot_follow_is_found() {
        write(
                new KernelEvent.Genesis(
                        StreamKind.ORGANISATION, Pots.POT, 1, "origin", "key", Optional.empty(), Optional.empty()),
                new Actor.Operator("setup"),
                new Entitlement(List.of(), List.of("operator"), ""),
                ASKED);
        isWrong("begins once");
    }

    @Test
    void time_that_goes_back_is_found() {
        byAnn(Pots.filled("jam"));
        time = NOW.minusMillis(1);
        byAnn(Pots.filled("honey"));
        isWrong("recorded before");
    }

    @Test
    void crisis_time_that_the_history_does_not_give_is_found() {
        forged = at -> new Header(
                at.v(),
                at.stream(),
                at.epoch(),
                at.seq(),
                at.recordedAt(),
                at.time().plusMillis(1),
                at.rules(),
                at.authority(),
                at.reads(),
                at.body(),
                at.sealed());
        byAnn(Pots.filled("jam"));
        isWrong("crisis time");
    }

    @Test
    void a_gap_is_found() {
        forged = at -> new Header(
                at.v(),
                at.stream(),
                at.epoch(),
                at.seq() + 1,
                at.recordedAt(),
                at.time(),
                at.rules(),
                at.authority(),
                at.reads(),
                at.body(),
                at.sealed());
        byAnn(Pots.filled("jam"));
        isWrong("says to be entry 2");
    }

    @Test
    void an_append_is_never_torn() {
        write(Pots.filled("too much"), ANN, HERS, ASKED, 1, 2);
        byAnn(Pots.filled("honey"));
        isWrong("breaks into the append");
    }

    @Test
    void an_append_does_not_begin_in_the_middle() {
        write(Pots.filled("jam"), ANN, HERS, ASKED, 0, 2);
        isWrong("middle of an append");
    }

    @Test
    void a_withheld_entry_is_committed_only_and_the_others_are_judged() {
        byAnn(Pots.filled("jam"));
        history.set(1, new Entry(history.get(1).header(), null, List.of()));
        byAnn(Pots.filled("honey"));

        assertThat(audit())
                .extracting(verdict -> verdict.getClass().getSimpleName())
                .containsExactly("Replayed", "CommittedOnly", "Replayed");
    }

    @Test
    void where_something_that_bears_on_authority_is_withheld_nothing_later_is_proved() {
        write(Pots.filled("too much"), ANN, HERS, ASKED, 1, 2);
        write(
                new Pots.Spilt(Pots.POT),
                Actor.muster(),
                Entitlement.NONE,
                new Cause.Reacted(1, "when-filled-spill"),
                1,
                2);
        history.set(2, new Entry(history.get(2).header(), null, List.of()));
        byAnn(Pots.filled("honey"));

        assertThat(audit())
                .extracting(verdict -> verdict.getClass().getSimpleName())
                .containsExactly("Replayed", "Replayed", "CommittedOnly", "CannotProve");
    }

    @Test
    void the_rest_of_an_append_whose_first_entry_is_withheld_is_no_forgery() {
        write(Pots.filled("jam"), ANN, HERS, ASKED, 1, 2);
        write(Pots.filled("honey"), ANN, HERS, ASKED, 1, 2);
        history.set(1, new Entry(history.get(1).header(), null, List.of()));

        assertThat(audit().getLast()).isInstanceOf(Replay.Replayed.class);
    }

    @Test
    void an_append_never_reaches_back_before_what_is_withheld() {
        byAnn(Pots.filled("jam"));
        byAnn(Pots.filled("marmalade"));
        history.set(2, new Entry(history.get(2).header(), null, List.of()));
        write(Pots.filled("honey"), ANN, HERS, ASKED, 1, 3);
        isWrong("middle of an append");
    }

    @Test
    void what_does_not_follow_without_something_withheld_is_not_called_wrong() {
        byAnn(Pots.filled("jam"));
        history.set(1, new Entry(history.get(1).header(), null, List.of()));
        write(Pots.filled("too much"), ANN, HERS, ASKED, 2, 2);
        write(
                new Pots.Spilt(Pots.POT),
                Actor.muster(),
                Entitlement.NONE,
                new Cause.Reacted(2, "when-filled-spill"),
                2,
                2);
        history.set(2, new Entry(history.get(2).header(), null, List.of()));
        byAnn(Pots.filled("honey"));

        assertThat(audit())
                .extracting(verdict -> verdict.getClass().getSimpleName())
                .containsExactly("Replayed", "CommittedOnly", "CommittedOnly", "CannotProve", "CannotProve");
    }
}
