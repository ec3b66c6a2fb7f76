package muster.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.kernel.Actor;

/// Somebody who gives one command after the other until the server is gone, and remembers what was answered.
final class Client implements Runnable {
    private static final Pattern FROM = Pattern.compile("\"from\":(\\d+)");
    private static final long PAUSE = 20_000_000;

    private final int port;
    private final int who;
    private final String token;
    private final CountDownLatch told;
    private final List<Sent> sent = new ArrayList<>();

    /// @param told is counted down with every acknowledgement
    Client(int port, int who, String token, CountDownLatch told) {
        this.port = port;
        this.who = who;
        this.token = token;
        this.told = told;
    }

    /// A command that went out. One thread at a time.
    static final class Sent {
        private final int who;
        private final String token;
        private final String key = UUID.randomUUID().toString();
        private long seq = -1;
        private boolean acknowledged;

        Sent(int who, String token) {
            this.who = who;
            this.token = token;
        }

        String key() {
            return key;
        }

        /// Where it was said to be; -1 before anything was said.
        long seq() {
            return seq;
        }

        /// Whether it was told at once.
        boolean acknowledged() {
            return acknowledged;
        }

        boolean settled() {
            return seq >= 0;
        }

        Actor actor(Crew crew) {
            return crew.actor(who, Instant.EPOCH);
        }

        /// False where it has to be asked again later.
        private boolean ask(Connection connection) throws IOException {
            Connection.Reply reply = connection.command(
                    Site.crisis(0).text(), "channels.post", token, key, Load.post("Said under " + key));
            Matcher from = FROM.matcher(reply.body());
            if (reply.status() == 200 && from.find()) {
                seq = Long.parseLong(from.group(1));
                return true;
            }
            if (reply.status() != 429 && reply.status() != 503) {
                throw new IllegalStateException("neither done nor to be asked again: " + reply);
            }
            return false;
        }

        /// Asks until it is done.
        void settle(Connection connection) throws IOException {
            while (!ask(connection)) {
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    List<Sent> sent() {
        return sent;
    }

    @Override
    public void run() {
        try (Connection connection = new Connection(port)) {
            while (true) {
                Sent next = new Sent(who, token);
                sent.add(next);
                next.settle(connection);
                next.acknowledged = true;
                told.countDown();
            }
        } catch (IOException killed) {
            // which is what it was waiting for
        }
    }
}
