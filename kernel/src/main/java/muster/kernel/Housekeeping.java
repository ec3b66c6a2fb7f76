package muster.kernel;

import java.util.Optional;

/// The kernel's own feature, one in every scope: genesis, the time of exercises, outcomes of errands, refused
/// reactions, clocks.
public final class Housekeeping implements Feature<KernelCommand, KernelEvent, Housekeeping.House> {
    /// @param ground empty before genesis
    public record House(Optional<Ground> ground) {}

    private final Key<House> key;

    Housekeeping(Scope scope) {
        this.key = key(scope);
    }

    public static Key<House> key(Scope scope) {
        return new Key<>("kernel", scope, House.class);
    }

    @Override
    public Key<House> key() {
        return key;
    }

    @Override
    public Class<KernelCommand> commands() {
        return KernelCommand.class;
    }

    @Override
    public Class<KernelEvent> events() {
        return KernelEvent.class;
    }

    @Override
    public House initial() {
        return new House(Optional.empty());
    }

    @Override
    public Decision<KernelEvent> decide(KernelCommand command, House state, Situation situation) {
        boolean byMuster = situation.actor() instanceof Actor.Muster;
        return switch (command) {
            case KernelCommand.Begin begin ->
                state.ground().isPresent()
                        ? Decision.refuse("begun", "The stream has begun already.")
                        : Decision.accept(begin.genesis());
            case KernelCommand.SetTime set -> {
                if (situation.kind() != StreamKind.EXERCISE) {
                    yield Decision.refuse("not-an-exercise", "Only the time of an exercise can be moved.");
                }
                if (set.to().isBefore(situation.time())) {
                    yield Decision.refuse(
                            "time-goes-forward",
                            "It is already " + Wire.text(situation.time())
                                    + " in this exercise; time only goes forward.");
                }
                if (set.speed() < 0 || set.speed() > 1_000_000) {
                    yield Decision.refuse("bad-speed", "Speed is 0 to 1,000,000 percent of real time.");
                }
                yield Decision.accept(new KernelEvent.TimeSet(set.to(), set.speed()));
            }
            case KernelCommand.Settle settle ->
                byMuster
                        ? Decision.accept(
                                new KernelEvent.Settled(settle.errand(), settle.outcome(), Content.of(settle.words())))
                        : Decision.unseen();
            case KernelCommand.NoteClock note ->
                byMuster ? Decision.accept(new KernelEvent.ClockAnomaly(note.wall())) : Decision.unseen();
            case KernelCommand.ConfirmClock confirm ->
                state.ground().filter(Ground::clockInDoubt).isPresent()
                        ? Decision.accept(new KernelEvent.ClockConfirmed(confirm.wall()))
                        : Decision.refuse("clock-not-in-doubt", "Nobody doubts the clock.");
        };
    }

    @Override
    public Permission needed(KernelEvent event, House before, Circumstances circumstances) {
        return switch (event) {
            case KernelEvent.Genesis genesis -> Permission.onHost();
            case KernelEvent.TimeSet set -> Permission.right("kernel.set-time");
            case KernelEvent.ClockConfirmed confirmed ->
                Permission.onHost().or(Permission.right("kernel.confirm-clock"));
            case KernelEvent.ReactionRefused refused -> Permission.nobody();
            case KernelEvent.Settled settled -> Permission.nobody();
            case KernelEvent.ClockAnomaly anomaly -> Permission.nobody();
        };
    }

    @Override
    public House evolve(House state, Recorded<KernelEvent> recorded) {
        return switch (recorded.event()) {
            case KernelEvent.Genesis genesis -> {
                if (genesis.epoch() == 1 && (recorded.seq() != 0 || state.ground.isPresent())) {
                    throw new IllegalStateException("a stream begins once");
                }
                yield new House(Optional.of(new Ground(
                        genesis.streamKind(),
                        genesis.logId(),
                        genesis.epoch(),
                        genesis.origin(),
                        genesis.key(),
                        genesis.charter(),
                        recorded.recordedAt(),
                        recorded.time(),
                        100,
                        false)));
            }
            case KernelEvent.TimeSet set -> {
                Ground ground = begun(state);
                if (set.to().isBefore(recorded.time())) {
                    throw new IllegalStateException("time goes forward");
                }
                yield house(ground, recorded, set.to(), set.speed(), ground.clockInDoubt());
            }
            case KernelEvent.ClockAnomaly anomaly -> doubt(begun(state), true);
            case KernelEvent.ClockConfirmed confirmed -> doubt(begun(state), false);
            case KernelEvent.ReactionRefused refused -> state;
            case KernelEvent.Settled settled -> state;
        };
    }

    private static House house(Ground old, Recorded<?> at, java.time.Instant from, int speed, boolean doubt) {
        return new House(Optional.of(new Ground(
                old.kind(),
                old.logId(),
                old.epoch(),
                old.origin(),
                old.key(),
                old.charter(),
                at.recordedAt(),
                from,
                speed,
                doubt)));
    }

    private static House doubt(Ground old, boolean doubt) {
        return new House(Optional.of(new Ground(
                old.kind(),
                old.logId(),
                old.epoch(),
                old.origin(),
                old.key(),
                old.charter(),
                old.since(),
                old.from(),
                old.speed(),
                doubt)));
    }

    private static Ground begun(House state) {
        return state.ground.orElseThrow(() -> new IllegalStateException("a stream begins with its genesis"));
    }

    @Override
    public Optional<Found> find(House state, Id id) {
        return Optional.empty();
    }

    @Override
    public Headline tell(Recorded<KernelEvent> recorded, House before) {
        return switch (recorded.event()) {
            case KernelEvent.Genesis genesis -> Headline.of("The record begins");
            case KernelEvent.TimeSet set -> Headline.of("Exercise time is now {0}", Headline.moment(set.to()));
            case KernelEvent.ReactionRefused refused ->
                Headline.of("What should have followed did not: {0}", Headline.text(refused.words()));
            case KernelEvent.Settled settled ->
                Headline.of(
                        "An errand came back: {0}",
                        Headline.text(settled.outcome().name().toLowerCase(java.util.Locale.ROOT)));
            case KernelEvent.ClockAnomaly anomaly ->
                Headline.of("The clock of the machine jumped to {0}", Headline.moment(anomaly.wall()));
            case KernelEvent.ClockConfirmed confirmed -> Headline.of("The clock of the machine is trusted again");
        };
    }
}
