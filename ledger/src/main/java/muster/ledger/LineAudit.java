package muster.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.kernel.CanonicalJson;
import muster.kernel.Cause;
import muster.kernel.Digest;
import muster.kernel.Fold;
import muster.kernel.Header;
import muster.kernel.Journal;
import muster.kernel.KernelEvent;
import muster.kernel.Malformed;
import muster.kernel.Read;
import muster.kernel.StreamId;
import muster.kernel.Wire;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Verifies one entry after another of a stream, each text against the digest above it, and remembers what
/// they say of other things. Knows no feature.
final class LineAudit {
    private final Evidence evidence;
    private final Evidence.Stored stored;
    private final StreamId stream;
    private final List<ReadBy> reads = new ArrayList<>();
    private final Map<StreamId, Read> lastRead = new HashMap<>();
    private Instant recordedAt = Instant.EPOCH;
    private int epoch = 1;
    private boolean begun;
    private Optional<Cause.Crossed> begunBy = Optional.empty();
    private long firstAppend;
    private long keys;

    /// The first entry that was decided at a position of another stream.
    record ReadBy(Read read, long seq) {}

    LineAudit(Evidence evidence, Evidence.Stored stored, StreamId stream) {
        this.evidence = evidence;
        this.stored = stored;
        this.stream = stream;
    }

    /// What is wrong with the next entry.
    Optional<String> wrong(Evidence.Line line, Hash leaf) throws SQLException {
        if (!leaf.equals(line.leaf())) {
            return Optional.of("the header and its stored leaf hash do not belong together");
        }
        try {
            Header header = Wire.read(json(line.entry().header()), Header.class, "header");
            Optional<String> misplaced = misplaced(header, line.seq());
            if (misplaced.isPresent()) {
                return misplaced;
            }
            byte @Nullable [] body = line.entry().body();
            if (body == null) {
                return Optional.of("the body is missing, and nothing says that it was erased");
            }
            if (!Digest.of(body).equals(header.body())) {
                return Optional.of("the body is not what the header committed to");
            }
            BodyText text = BodyText.parse(body);
            Optional<String> contents = contents(text, line);
            return contents.isPresent() ? contents : told(header, text);
        } catch (Malformed malformed) {
            return Optional.of(String.valueOf(malformed.getMessage()));
        }
    }

    private static JsonNode json(byte[] header) {
        try {
            return CanonicalJson.parse(header);
        } catch (IllegalArgumentException e) {
            throw new Malformed("header", "is not JSON: " + e.getMessage());
        }
    }

    private Optional<String> misplaced(Header header, long seq) {
        String wrong = null;
        if (!header.stream().equals(stream) || header.seq() != seq) {
            wrong = "says to be entry " + header.seq() + " of " + header.stream();
        } else if (header.recordedAt().isBefore(recordedAt)) {
            wrong = "is recorded before the entry before it";
        } else if (begun && header.epoch() != epoch) {
            wrong = "is of another epoch than its genesis";
        } else if (stream.isOrganisation()
                ? !header.reads().isEmpty()
                : header.reads().stream().noneMatch(read -> read.stream().isOrganisation())) {
            wrong = "does not read the streams that it must read, and no others";
        }
        return Optional.ofNullable(wrong);
    }

    private static Optional<String> contents(BodyText text, Evidence.Line line) {
        List<byte @Nullable []> contents = line.entry().contents();
        if (contents.size() != text.content().size() || !line.inPlace()) {
            return Optional.of("has " + contents.size() + " contents, but its body lists "
                    + text.content().size());
        }
        int n = 0;
        for (var listed : text.content().entrySet()) {
            byte @Nullable [] content = contents.get(n++);
            if (content == null) {
                return Optional.of(
                        "the content " + listed.getKey() + " is missing, and nothing says that it was erased");
            }
            if (!Digest.of(content).equals(listed.getValue())) {
                return Optional.of("the content " + listed.getKey() + " is not what the body committed to");
            }
        }
        return Optional.empty();
    }

    /// Notes what the entry says of other things, and compares what can be compared at once.
    private Optional<String> told(Header header, BodyText text) throws SQLException {
        long seq = header.seq();
        Cause cause = text.cause();
        recordedAt = header.recordedAt();
        for (Read read : header.reads()) {
            Hash.fromBase64Url(read.root());
            if (!read.equals(lastRead.put(read.stream(), read))) {
                reads.add(new ReadBy(read, seq));
            }
        }
        if (seq == 0) {
            Optional<KernelEvent.Genesis> genesis = text.genesis();
            if (genesis.isEmpty() || genesis.get().epoch() != header.epoch()) {
                return Optional.of("is not the genesis of its epoch");
            }
            begun = true;
            epoch = header.epoch();
            firstAppend = cause.count();
        }
        if (cause.by() instanceof Cause.Crossed crossed) {
            begunBy = seq < firstAppend && begunBy.isEmpty() ? Optional.of(crossed) : begunBy;
            String once = Fold.keyOf(crossed.stream(), crossed.epoch(), crossed.seq(), crossed.reaction(), crossed.n());
            if (!cause.key().equals(Optional.of(once))) {
                return Optional.of("follows from another stream, but not under the key that makes that happen once");
            }
        }
        return cause.first() == seq && cause.key().isPresent() ? indexed(seq, cause) : Optional.empty();
    }

    private Optional<String> indexed(long seq, Cause cause) throws SQLException {
        keys++;
        Journal.Made made = new Journal.Made(seq, cause.count(), cause.request().orElse(""));
        Optional<Journal.Made> found = evidence.made(stored, cause.key().orElseThrow());
        return found.equals(Optional.of(made))
                ? Optional.empty()
                : Optional.of("the index of idempotency keys does not say of its key what the entry says");
    }

    List<ReadBy> reads() {
        return reads;
    }

    /// Of the last entry.
    Instant recordedAt() {
        return recordedAt;
    }

    /// What of another stream brought about the first append.
    Optional<Cause.Crossed> begunBy() {
        return begunBy;
    }

    /// How many appends have a key.
    long keys() {
        return keys;
    }
}
