package muster.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import muster.kernel.CanonicalJson;
import muster.kernel.Header;
import muster.kernel.Malformed;
import muster.kernel.Read;
import muster.kernel.StreamId;
import muster.kernel.Wire;

/// What a stored header says, read off its bytes. They all look the same, so nothing else is accepted.
///
/// @param text the stored bytes
/// @param body where the digest of the body begins, 43 characters
/// @param epoch of the entry
/// @param reads where the list of reads begins, behind its bracket; `readsEnd`: at its closing bracket
/// @param recordedAt where the time begins, 24 characters
/// @param seq position
/// @param stream where the name begins; `streamEnd`: behind it
@SuppressWarnings("ArrayRecordComponent") // a view of bytes that somebody else holds
record HeaderText(
        byte[] text,
        int body,
        long epoch,
        int reads,
        int readsEnd,
        int recordedAt,
        long seq,
        int stream,
        int streamEnd) {
    static final int DIGEST = 43;
    static final int TIME = 24;

    private static final byte[] AUTHORITY = JsonWalk.ascii("{\"authority\":");
    private static final byte[] TRUE = JsonWalk.ascii("true");
    private static final byte[] FALSE = JsonWalk.ascii("false");
    private static final byte[] BODY = JsonWalk.ascii(",\"body\":");
    private static final byte[] EPOCH = JsonWalk.ascii(",\"epoch\":");
    private static final byte[] READS = JsonWalk.ascii(",\"reads\":[");
    private static final byte[] RECORDED_AT = JsonWalk.ascii("],\"recordedAt\":");
    private static final byte[] RULES = JsonWalk.ascii(",\"rules\":");
    private static final byte[] SEALED = JsonWalk.ascii(",\"sealed\":");
    private static final byte[] SEQ = JsonWalk.ascii(",\"seq\":");
    private static final byte[] STREAM = JsonWalk.ascii(",\"stream\":");
    private static final byte[] TIME_ = JsonWalk.ascii(",\"time\":");
    private static final byte[] V = JsonWalk.ascii(",\"v\":");
    private static final byte[] READ_EPOCH = JsonWalk.ascii("{\"epoch\":");
    private static final byte[] READ_ROOT = JsonWalk.ascii(",\"root\":");
    private static final byte[] READ_SIZE = JsonWalk.ascii(",\"size\":");

    /// @throws Malformed saying what is wrong with it
    static HeaderText parse(byte[] text) {
        try {
            return walk(text);
        } catch (Malformed strange) {
            // the slow way knows better what it is
            try {
                Wire.read(CanonicalJson.parse(text), Header.class, "header");
            } catch (IllegalArgumentException e) {
                throw new Malformed("header", "is not JSON: " + e.getMessage());
            }
            throw strange;
        }
    }

    private static HeaderText walk(byte[] text) {
        JsonWalk in = new JsonWalk("header", text);
        in.literal(AUTHORITY);
        if (!in.skips(TRUE)) {
            in.literal(FALSE);
        }
        in.literal(BODY);
        int body = in.word(DIGEST);
        in.literal(EPOCH);
        long epoch = in.number();
        in.literal(READS);
        int reads = in.at();
        while (in.sees(READ_EPOCH)) {
            in.value();
            in.skips(',');
        }
        int readsEnd = in.at();
        in.literal(RECORDED_AT);
        int recordedAt = in.word(TIME);
        in.literal(RULES);
        in.number();
        in.literal(SEALED);
        in.word(DIGEST);
        in.literal(SEQ);
        long seq = in.number();
        in.literal(STREAM);
        int stream = in.string();
        int streamEnd = in.at() - 1;
        in.literal(TIME_);
        in.word(TIME);
        in.literal(V);
        in.number();
        in.literal('}');
        in.end();
        return new HeaderText(text, body, epoch, reads, readsEnd, recordedAt, seq, stream, streamEnd);
    }

    boolean isOf(byte[] name) {
        return Arrays.equals(text, stream, streamEnd, name, 0, name.length);
    }

    /// The position that it claims, in words.
    String place() {
        return seq + " of " + string(stream, streamEnd);
    }

    boolean readsLike(HeaderText other) {
        return Arrays.equals(text, reads, readsEnd, other.text, other.reads, other.readsEnd);
    }

    /// The positions of other streams, as stored.
    ///
    /// @throws Malformed if one is none
    List<Read> read() {
        JsonWalk in = new JsonWalk("header.reads", Arrays.copyOfRange(text, reads, readsEnd));
        List<Read> all = new ArrayList<>();
        while (all.isEmpty() ? in.sees(READ_EPOCH) : in.skips(',')) {
            in.literal(READ_EPOCH);
            int epoch = (int) in.number();
            in.literal(READ_ROOT);
            int root = in.word(DIGEST);
            in.literal(READ_SIZE);
            long size = in.number();
            in.literal(STREAM);
            int name = in.string();
            String of = in.text(name, in.at() - 1);
            in.literal('}');
            all.add(new Read(named(of), epoch, size, in.text(root, root + DIGEST)));
        }
        in.end();
        return all;
    }

    private static StreamId named(String of) {
        try {
            return new StreamId(of);
        } catch (IllegalArgumentException e) {
            throw new Malformed("header.reads", String.valueOf(e.getMessage()));
        }
    }

    /// Times are spelled so that the order of their letters is that of time.
    boolean isRecordedBefore(HeaderText other) {
        return Arrays.compare(
                        text, recordedAt, recordedAt + TIME, other.text, other.recordedAt, other.recordedAt + TIME)
                < 0;
    }

    String recorded() {
        return string(recordedAt, recordedAt + TIME);
    }

    private String string(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }
}
