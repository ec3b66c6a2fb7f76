package muster.ledger;

import java.util.ArrayList;
import java.util.List;
import muster.kernel.Cause;
import muster.kernel.Malformed;
import org.jspecify.annotations.Nullable;

/// What a stored body commits to and where it comes from, found by walking over its bytes as far as that.
final class Outline {
    private static final byte[] CAUSE = JsonWalk.ascii("cause");
    private static final byte[] CONTENT = JsonWalk.ascii("content");
    private static final byte[] BY = JsonWalk.ascii("by");
    private static final byte[] KIND = JsonWalk.ascii("kind");
    private static final byte[] COUNT = JsonWalk.ascii("count");
    private static final byte[] FIRST = JsonWalk.ascii("first");
    private static final byte[] KEY = JsonWalk.ascii("key");
    private static final byte[] REQUEST = JsonWalk.ascii("request");
    private static final byte[] CROSSED = JsonWalk.ascii("stream");
    private static final Part NONE = new Part(0, 0);

    private final byte[] body;
    private final JsonWalk in;
    private final List<Content> contents = new ArrayList<>();
    private long first = -1;
    private long count = -1;
    private @Nullable Part key;
    private Part request = NONE;
    private boolean crossed;

    /// Bytes `from` to `to - 1` of the body.
    record Part(int from, int to) {}

    /// A content that the body lists.
    ///
    /// @param digest where its digest begins, 43 characters
    record Content(Part name, int digest) {}

    private interface Member {
        void take(int from, int to);
    }

    /// @throws Malformed if it is no body
    Outline(byte[] body) {
        this.body = body;
        this.in = new JsonWalk("body", body);
        in.literal('[');
        in.string();
        in.literal(',');
        in.literal('{');
        to(CAUSE);
        members(this::cause);
        in.literal(',');
        to(CONTENT);
        members(this::content);
        if (first < 0 || count < 0) {
            throw new Malformed("body.cause", "is not complete");
        }
    }

    /// Steps over members up to the value of this one.
    private void to(byte[] name) {
        int from = in.string();
        while (!in.equals(from, in.at() - 1, name)) {
            in.literal(':');
            in.value();
            in.literal(',');
            from = in.string();
        }
        in.literal(':');
    }

    private void members(Member member) {
        in.literal('{');
        if (in.skips('}')) {
            return;
        }
        do {
            int from = in.string();
            int to = in.at() - 1;
            in.literal(':');
            member.take(from, to);
        } while (in.skips(','));
        in.literal('}');
    }

    private void cause(int from, int to) {
        if (in.equals(from, to, BY)) {
            members((name, end) -> {
                boolean kind = in.equals(name, end, KIND);
                int value = in.at() + 1;
                in.value();
                crossed |= kind && in.equals(value, in.at() - 1, CROSSED);
            });
        } else if (in.equals(from, to, COUNT)) {
            count = in.number();
        } else if (in.equals(from, to, FIRST)) {
            first = in.number();
        } else if (in.equals(from, to, KEY)) {
            key = part();
        } else if (in.equals(from, to, REQUEST)) {
            request = part();
        } else {
            in.value();
        }
    }

    private void content(int from, int to) {
        contents.add(new Content(new Part(from, to), in.word(HeaderText.DIGEST)));
    }

    private Part part() {
        int from = in.string();
        return new Part(from, in.at() - 1);
    }

    byte[] body() {
        return body;
    }

    /// In the order in which they are stored.
    List<Content> contents() {
        return contents;
    }

    String name(Content content) {
        return in.text(content.name.from, content.name.to);
    }

    /// Of the append.
    long first() {
        return first;
    }

    /// Of the append.
    long count() {
        return count;
    }

    @Nullable
    Part key() {
        return key;
    }

    /// Empty where there is none.
    Part request() {
        return request;
    }

    /// Whether it follows from an entry of another stream.
    boolean crossed() {
        return crossed;
    }

    /// Where it comes from, read in full.
    Cause cause() {
        return BodyText.parse(body).cause();
    }
}
