package muster.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import muster.kernel.Digest;
import muster.kernel.Engine;
import muster.kernel.Entry;
import muster.kernel.Lane;
import muster.kernel.Occurred;
import muster.kernel.Outcome;
import muster.kernel.Ref;
import muster.kernel.Secret;
import muster.kernel.StreamId;
import muster.kernel.StreamKind;
import muster.kernel.Submission;
import muster.testing.notes.ANotebook;
import muster.testing.notes.NoteCommand;
import muster.testing.notes.ShelfCommand;
import org.junit.jupiter.api.Test;

/// The bytes of entries must never change: these were written once and are compared for ever.
class EntryFormatTest {
    private final HandClock clock = new HandClock(Instant.parse("2026-11-23T14:23:51.402Z"));
    private final Engine engine = new Engine(
            ANotebook.catalogue(),
            new MemoryJournal(),
            clock,
            new SeededEntropy(7),
            new Secret("a secret of thirty-two bytes....".getBytes(StandardCharsets.UTF_8)),
            new CallingThread(),
            "acme.example/muster");

    private void give(Submission submission) {
        assertThat(engine.submit(submission).join()).isInstanceOf(Outcome.Committed.class);
    }

    private List<Entry> aFullHistory() {
        engine.found().join();
        give(Submission.of(
                StreamId.ORGANISATION, Actors.operator(), ANotebook.admit(ANotebook.ANN, true, "notes.*"), "1"));
        give(Submission.of(
                StreamId.ORGANISATION,
                Actors.operator(),
                new ShelfCommand.Open(
                        ANotebook.BOOK, StreamKind.EXERCISE, Optional.of(Instant.parse("2027-03-01T06:00:00Z")), "Ü"),
                "2"));
        engine.carry(
                        StreamId.ORGANISATION,
                        engine.published(StreamId.ORGANISATION)
                                .fold()
                                .outstanding()
                                .iterator()
                                .next())
                .join();
        give(Submission.of(ANotebook.STREAM, ANotebook.ANN, ANotebook.write("eggs"), "3"));
        clock.pass(java.time.Duration.ofMillis(1_598));
        give(new Submission(
                ANotebook.STREAM,
                Actors.signedInBy(ANotebook.ANN, "hwk", "user"),
                new NoteCommand.Write(
                        Actors.id("full"),
                        "\"Quotes\", \\ and \u0007, é, 😀,\na line",
                        Optional.of(Instant.parse("2027-03-01T07:00:00Z")),
                        Optional.of(Ref.to("notes", Actors.id("eggs"))),
                        0),
                "4",
                Optional.of(3L),
                Optional.empty(),
                Optional.of(new Occurred(
                        Instant.parse("2026-11-23T13:00:00Z"), Occurred.Grade.SECOND_HAND, Optional.of("was told"))),
                Lane.GENERAL));
        List<Entry> entries = new ArrayList<>();
        engine.journal().read(ANotebook.STREAM, 0, 100, entries::add);
        return entries;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String print(Entry entry) {
        StringBuilder out = new StringBuilder();
        out.append("header   ").append(text(entry.header())).append('\n');
        byte[] body = entry.body();
        out.append("body     ").append(body == null ? "withheld" : text(body)).append('\n');
        for (byte[] content : entry.contents()) {
            out.append("content  ")
                    .append(content == null ? "withheld" : text(content))
                    .append('\n');
        }
        byte[] leaf = Digest.sha256(new byte[] {0}, entry.header());
        return out.append("leaf     ")
                .append(Base64.getEncoder().encodeToString(leaf))
                .append("\n\n")
                .toString();
    }

    @Test
    void the_bytes_of_a_history_are_what_they_always_were() {
        StringBuilder out = new StringBuilder();
        aFullHistory().forEach(entry -> out.append(print(entry)));
        out.append("root     ")
                .append(engine.journal().tip(ANotebook.STREAM).root())
                .append('\n');
        Golden.check("entries.txt", out.toString());
    }

    @Test
    void an_entry_says_nothing_about_itself_in_its_header() {
        List<Entry> entries = aFullHistory();
        Entry written = entries.get(entries.size() - 2);
        Entry counted = entries.getLast();

        assertThat(text(written.header()))
                .hasSameSizeAs(text(counted.header()))
                .doesNotContain("notes")
                .doesNotContain(ANotebook.ANN.person().text());
    }

    @Test
    void no_two_salts_are_the_same() {
        List<String> salts = new ArrayList<>();
        for (Entry entry : aFullHistory()) {
            List<byte[]> texts = new ArrayList<>(entry.contents());
            texts.add(entry.body());
            texts.forEach(bytes -> salts.add(text(bytes).substring(2, 24)));
        }
        assertThat(salts).hasSizeGreaterThan(8).doesNotHaveDuplicates();
    }
}
