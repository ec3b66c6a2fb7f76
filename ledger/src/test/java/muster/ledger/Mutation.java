package muster.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import muster.kernel.CanonicalJson;
import muster.kernel.Digest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One random change to a copy, and which entries it touches.
final class Mutation {
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "streams",
            List.of("stream", "epoch", "origin", "size", "recorded_at", "checkpoint", "next_alarm"),
            "entries",
            List.of("stream", "seq", "header", "body", "contents"),
            "contents",
            List.of("stream", "seq", "n", "text"),
            "keys",
            List.of("stream", "key", "first", "count", "request"));

    private final Copy copy;
    private final Random random;
    private final Map<String, Long> touched = new HashMap<>();
    private String what = "";

    Mutation(Copy copy, Random random) {
        this.copy = copy;
        this.random = random;
    }

    /// In words, for whoever has to look at it.
    @Override
    public String toString() {
        return what + " touching " + touched;
    }

    /// The first touched entry of each stream; -1: the stream as a whole.
    Map<String, Long> touched() {
        return touched;
    }

    void apply() throws SQLException {
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> changeCell();
            case 4 -> deleteRow();
            case 5 -> insertRow();
            case 6 -> swapRows();
            case 7 -> truncate();
            case 8 -> reseal();
            default -> moveRows();
        }
    }

    private static String column(String table, int column) {
        return COLUMNS.getOrDefault(table, List.of()).get(column);
    }

    private String table() {
        return Copy.TABLES.get(random.nextInt(Copy.TABLES.size()));
    }

    private List<@Nullable Object> row(String table) throws SQLException {
        List<List<@Nullable Object>> rows = copy.rows("SELECT * FROM " + table);
        return rows.get(random.nextInt(rows.size()));
    }

    private void touch(String table, List<@Nullable Object> row) {
        long seq = switch (table) {
            case "streams" -> -1;
            case "keys" -> ((Number) Objects.requireNonNull(row.get(2))).longValue();
            default -> ((Number) Objects.requireNonNull(row.get(1))).longValue();
        };
        touched.merge(String.valueOf(row.getFirst()), seq, Math::min);
    }

    /// The condition that finds exactly this row.
    private static String where(String table) {
        return switch (table) {
            case "streams" -> " WHERE stream = ?";
            case "entries" -> " WHERE stream = ? AND seq = ?";
            case "contents" -> " WHERE stream = ? AND seq = ? AND n = ?";
            default -> " WHERE stream = ? AND key = ?";
        };
    }

    private static List<@Nullable Object> key(String table, List<@Nullable Object> row) {
        return row.subList(0, table.equals("streams") ? 1 : table.equals("contents") ? 3 : 2);
    }

    private void changeCell() throws SQLException {
        String table = table();
        List<@Nullable Object> row = row(table);
        int column = random.nextInt(row.size());
        Object changed = random.nextInt(6) == 0 ? row(table).get(column) : changed(row.get(column));
        what = "cell " + table + "." + column(table, column);
        List<@Nullable Object> values = new ArrayList<>();
        values.add(changed);
        values.addAll(key(table, row));
        List<@Nullable Object> after = new ArrayList<>(row);
        after.set(column, changed);
        copy.run(
                "UPDATE OR IGNORE " + table + " SET " + column(table, column) + " = ?" + where(table),
                values.toArray());
        touch(table, row);
        if (column == 0 || !table.equals("keys")) {
            touch(table, after);
        }
    }

    private @Nullable Object changed(@Nullable Object cell) {
        return switch (cell) {
            case null -> "2026-11-23T14:00:00.000Z";
            // beyond 32 bits too: a reader that cuts them off would see what was there before
            case Integer number when random.nextInt(6) == 0 -> number + (1L << 32);
            case Integer number -> number + (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(3));
            case Long number -> number + 1;
            case byte[] bytes -> bytes(bytes);
            case String text -> text(text);
            default -> throw new AssertionError(cell);
        };
    }

    private byte @Nullable [] bytes(byte[] bytes) {
        if (random.nextInt(12) == 0) {
            return null;
        }
        byte[] copied = Arrays.copyOf(bytes, bytes.length + (random.nextInt(8) == 0 ? 1 : 0));
        if (copied.length == bytes.length && copied.length > 0) {
            copied[random.nextInt(copied.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(copied, copied.length / 2) : copied;
    }

    private String text(String text) {
        char[] letters = (random.nextInt(6) == 0 ? text + " " : text).toCharArray();
        if (letters.length > 0) {
            int at = random.nextInt(letters.length);
            letters[at] = letters[at] == 'x' ? 'y' : letters[at] == '1' ? '2' : random.nextBoolean() ? 'x' : '1';
        }
        return new String(letters);
    }

    private void deleteRow() throws SQLException {
        String table = table();
        List<@Nullable Object> row = row(table);
        what = "delete from " + table;
        copy.run("DELETE FROM " + table + where(table), key(table, row).toArray());
        touch(table, row);
    }

    private void insertRow() throws SQLException {
        String table = table();
        List<@Nullable Object> row = new ArrayList<>(row(table));
        what = "insert into " + table;
        switch (table) {
            case "streams" -> row.set(0, Fair.id('N', random.nextInt(9)).text());
            case "keys" -> row.set(1, text(String.valueOf(row.get(1))) + "n");
            default -> row.set(random.nextBoolean() ? 1 : table.equals("contents") ? 2 : 1, random.nextInt(500) - 50);
        }
        if (random.nextInt(5) == 0 && !table.equals("streams")) {
            row.set(0, random.nextBoolean() ? "organisation" : Fair.stall(1).text());
        }
        int done = copy.run(
                "INSERT OR IGNORE INTO " + table + " VALUES (?" + ", ?".repeat(row.size() - 1) + ")", row.toArray());
        if (done > 0) {
            touch(table, row);
        }
    }

    /// Two rows of a table exchange everything but their keys.
    private void swapRows() throws SQLException {
        String table = table();
        List<@Nullable Object> one = row(table);
        List<@Nullable Object> other = row(table);
        what = "swap in " + table;
        int keys = key(table, one).size();
        for (int column = keys; column < one.size(); column++) {
            String name = column(table, column);
            set(table, name, one.get(column), other);
            set(table, name, other.get(column), one);
        }
        touch(table, one);
        touch(table, other);
    }

    private void set(String table, String column, @Nullable Object value, List<@Nullable Object> row)
            throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(value);
        values.addAll(key(table, row));
        copy.run("UPDATE " + table + " SET " + column + " = ?" + where(table), values.toArray());
    }

    /// Everything of a stream from a position on, with or without the count; or all of it.
    private void truncate() throws SQLException {
        List<@Nullable Object> row = row("entries");
        Object stream = row.get(0);
        Object from = random.nextInt(4) == 0 ? Integer.valueOf(0) : row.get(1);
        what = "truncate from " + from;
        copy.run("DELETE FROM entries WHERE stream = ? AND seq >= ?", stream, from);
        copy.run("DELETE FROM contents WHERE stream = ? AND seq >= ?", stream, from);
        copy.run("DELETE FROM keys WHERE stream = ? AND first >= ?", stream, from);
        if (random.nextBoolean()) {
            copy.run("UPDATE streams SET size = ? WHERE stream = ?", from, stream);
        }
        if (Integer.valueOf(0).equals(from)) {
            what = "delete the stream";
            copy.run("DELETE FROM streams WHERE stream = ?", stream);
        }
        touched.put(String.valueOf(stream), ((Number) Objects.requireNonNull(from)).longValue());
    }

    /// Rows from a position on move by one.
    private void moveRows() throws SQLException {
        String table = random.nextBoolean() ? "entries" : "contents";
        List<@Nullable Object> row = row(table);
        what = "move rows of " + table;
        int by = random.nextBoolean() ? 1000 : -1000;
        copy.run(
                "UPDATE " + table + " SET seq = seq + " + by + " WHERE stream = ? AND seq >= ?",
                row.get(0),
                row.get(1));
        touch(table, row);
    }

    /// Changes what an entry says and computes all digests anew, up to the leaf: only the signature is missing.
    private void reseal() throws SQLException {
        List<@Nullable Object> row = row("entries");
        String field =
                List.of("occurred", "actor", "recordedAt", "content", "content").get(random.nextInt(5));
        what = "reseal with another " + field;
        ArrayNode body = (ArrayNode) json(row.get(3));
        ObjectNode header = (ObjectNode) json(row.get(2));
        ObjectNode said = (ObjectNode) body.get(1);
        switch (field) {
            case "occurred" -> said.put("seen", 1);
            case "actor" -> body.set(0, body.stringNode(Digest.text(new byte[16])));
            case "recordedAt" -> header.put("sealed", Digest.text(new byte[32]));
            default -> content(row, said);
        }
        byte[] bodyText = CanonicalJson.bytes(body);
        header.put("body", Digest.of(bodyText));
        set("entries", "body", bodyText, row);
        set("entries", "header", CanonicalJson.bytes(header), row);
        touch("entries", row);
    }

    private void content(List<@Nullable Object> row, ObjectNode said) throws SQLException {
        ObjectNode digests = (ObjectNode) said.get("content");
        if (digests.isEmpty()) {
            said.put("seen", 2);
            return;
        }
        String name = digests.propertyNames().stream().sorted().findFirst().orElseThrow();
        ArrayNode text = digests.arrayNode().add(Digest.text(new byte[16]));
        byte[] bytes = CanonicalJson.bytes(
                name.equals("tags") ? text.add(digests.arrayNode().add("z")) : text.add("forged"));
        digests.put(name, Digest.of(bytes));
        copy.run("UPDATE contents SET text = ? WHERE stream = ? AND seq = ? AND n = 0", bytes, row.get(0), row.get(1));
    }

    private static JsonNode json(@Nullable Object bytes) {
        return CanonicalJson.parse(new String((byte[]) Objects.requireNonNull(bytes), StandardCharsets.UTF_8));
    }
}
