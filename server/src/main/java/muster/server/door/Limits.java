package muster.server.door;

import java.time.Duration;

/// How much of everything the server takes; beyond it, it says so instead of falling over.
///
/// @param commandsPerSecond for each person in each stream, on average
/// @param commandBurst for each person in each stream, at once
/// @param signInsPerMinute for each sign-in link
/// @param commandBytes body of a command
/// @param answerWithin after which a command that is still undecided is answered *unknown*
/// @param idle after which a browser session that asked for nothing ends
/// @param feeds live feeds at once
/// @param feedQueue frames that wait for one slow reader before it is dropped
/// @param feedPause between two renderings of one stream; the first after a quiet time is at once
/// @param heartbeat after which a feed that has nothing to say says so
/// @param recheck how often a feed looks whether its reader is still entitled, besides at every change
public record Limits(
        double commandsPerSecond,
        int commandBurst,
        double signInsPerMinute,
        int commandBytes,
        Duration answerWithin,
        Duration idle,
        int feeds,
        int feedQueue,
        Duration feedPause,
        Duration heartbeat,
        Duration recheck) {

    /// What an instance starts with.
    public static Limits standard() {
        return new Limits(
                20,
                100,
                10,
                64 * 1024,
                Duration.ofSeconds(30),
                Duration.ofMinutes(30),
                10_000,
                256,
                Duration.ofMillis(100),
                Duration.ofSeconds(15),
                Duration.ofMillis(500));
    }

    /// With other limits on commands, for programs that play many people from one place.
    public Limits withCommands(double perSecond, int burst) {
        return new Limits(
                perSecond,
                burst,
                signInsPerMinute,
                commandBytes,
                answerWithin,
                idle,
                feeds,
                feedQueue,
                feedPause,
                heartbeat,
                recheck);
    }

    public Limits withFeeds(int most, int queue) {
        return new Limits(
                commandsPerSecond,
                commandBurst,
                signInsPerMinute,
                commandBytes,
                answerWithin,
                idle,
                most,
                queue,
                feedPause,
                heartbeat,
                recheck);
    }

    public Limits withFeedPause(Duration pause) {
        return new Limits(
                commandsPerSecond,
                commandBurst,
                signInsPerMinute,
                commandBytes,
                answerWithin,
                idle,
                feeds,
                feedQueue,
                pause,
                heartbeat,
                recheck);
    }

    public Limits withRecheck(Duration every) {
        return new Limits(
                commandsPerSecond,
                commandBurst,
                signInsPerMinute,
                commandBytes,
                answerWithin,
                idle,
                feeds,
                feedQueue,
                feedPause,
                heartbeat,
                every);
    }
}
