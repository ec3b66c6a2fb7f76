package muster.server.door;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerResponse;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.util.concurrent.atomic.AtomicReference;
import muster.kernel.Entropy;
import muster.kernel.Journal;
import muster.kernel.Malformed;

/// Between the web server and the doors: whatever happens behind a door, there is an answer.
public final class Routes {
    private static final Logger LOG = System.getLogger(Routes.class.getName());

    private static final Header JSON = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, Answer.JSON);

    private static final Answer NOTHING = Answer.text("");

    private final Counts counts;
    private final Entropy entropy;

    public Routes(Counts counts, Entropy entropy) {
        this.counts = counts;
        this.entropy = entropy;
    }

    public Handler to(Door door) {
        return (request, response) -> send(answer(door, new Asked(request)), response);
    }

    /// For a door that goes on answering, as server-sent events.
    public Handler toFeed(LongDoor door) {
        return (request, response) -> {
            AtomicReference<LongDoor.Pour> opened = new AtomicReference<>();
            Answer refusal = answer(
                    asked -> {
                        opened.set(door.open(asked));
                        return NOTHING;
                    },
                    new Asked(request));
            LongDoor.Pour pour = opened.get();
            if (pour == null) {
                send(refusal, response);
                return;
            }
            counts.answered(200);
            response.header(HeaderNames.CONTENT_TYPE, "text/event-stream");
            response.header(HeaderNames.create("X-Accel-Buffering"), "no");
            try (OutputStream out = response.outputStream()) {
                pour.into(out);
            }
        };
    }

    /// What the door answers, or what there is to say instead.
    public Answer answer(Door door, Asked asked) {
        try {
            return door.open(asked);
        } catch (TurnedAway turned) {
            return turned.answer();
        } catch (Journal.JournalUnavailable unavailable) {
            return Problem.unavailable("unavailable", "The record cannot be read now.");
        } catch (Malformed damaged) {
            return damaged(asked, damaged);
        } catch (HttpException | RequestException | CloseConnectionException notHttp) {
            throw notHttp;
        } catch (RuntimeException fault) {
            return fault(asked, fault);
        }
    }

    private Answer damaged(Asked asked, Malformed damaged) {
        LOG.log(Logger.Level.ERROR, "the record is damaged: " + asked.method() + " " + asked.place(), damaged);
        return Problem.of(
                500,
                "record-damaged",
                "A stored entry is not what the record committed to. Nothing of it is shown; muster verify names it.");
    }

    private Answer fault(Asked asked, RuntimeException fault) {
        String reference = entropy.id().text();
        LOG.log(Logger.Level.ERROR, asked.method() + " " + asked.place() + " (" + reference + ")", fault);
        return Problem.fault(reference);
    }

    public void send(Answer answer, ServerResponse response) {
        counts.answered(answer.status());
        response.status(Status.create(answer.status()));
        response.header(
                answer.type().equals(Answer.JSON)
                        ? JSON
                        : HeaderValues.create(HeaderNames.CONTENT_TYPE, answer.type()));
        answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        response.send(answer.body());
    }
}
