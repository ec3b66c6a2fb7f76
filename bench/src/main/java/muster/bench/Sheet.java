package muster.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import muster.kernel.Wire;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a measurement found: figures with their units and, where there is one, the bar that each is held against.
final class Sheet {
    private final String title;
    private final Machine machine;
    private final List<Row> rows = new ArrayList<>();

    private record Row(String what, double figure, String unit, Optional<Bar> bar) {}

    Sheet(String title, Machine machine) {
        this.title = title;
        this.machine = machine;
    }

    Sheet add(String what, double figure, String unit) {
        rows.add(new Row(what, figure, unit, Optional.empty()));
        return this;
    }

    Sheet add(String what, double figure, String unit, Bar bar) {
        rows.add(new Row(what, figure, unit, Optional.of(bar)));
        return this;
    }

    Sheet add(String what, long count, String unit) {
        return add(what, (double) count, unit);
    }

    Sheet add(String what, long count, String unit, Bar bar) {
        return add(what, (double) count, unit, bar);
    }

    /// Whether no bar was missed.
    boolean met() {
        return rows.stream()
                .allMatch(row -> row.bar.map(bar -> bar.met(row.figure)).orElse(true));
    }

    /// Three digits that count, or a whole number.
    static String number(double figure) {
        if ((figure == Math.rint(figure) && Math.abs(figure) < 1e15) || Math.abs(figure) >= 1000) {
            return String.format(Locale.ROOT, "%,d", Math.round(figure)).replace(',', ' ');
        }
        int digits = Math.abs(figure) >= 100 ? 0 : Math.abs(figure) >= 10 ? 1 : Math.abs(figure) >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + digits + "f", figure);
    }

    String text() {
        int what = rows.stream().mapToInt(row -> row.what.length()).max().orElse(0);
        int figure =
                rows.stream().mapToInt(row -> number(row.figure).length()).max().orElse(0);
        int unit = rows.stream().mapToInt(row -> row.unit.length()).max().orElse(0);
        StringBuilder out = new StringBuilder(title + "\n" + machine.text() + "\n\n");
        for (Row row : rows) {
            String line = ("%-" + what + "s  %" + figure + "s  %-" + Math.max(1, unit) + "s  %s")
                    .formatted(
                            row.what,
                            number(row.figure),
                            row.unit,
                            row.bar.map(bar -> bar.verdict(row.figure)).orElse(""));
            out.append(line.stripTrailing()).append('\n');
        }
        return out.toString();
    }

    String json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("title", title);
        node.set("machine", Wire.tree(machine));
        ArrayNode figures = node.putArray("figures");
        for (Row row : rows) {
            ObjectNode each = figures.addObject().put("what", row.what).put("figure", row.figure);
            each.put("unit", row.unit);
            row.bar.ifPresent(bar ->
                    each.put(bar.most() ? "atMost" : "atLeast", bar.limit()).put("met", bar.met(row.figure)));
        }
        return node.toString();
    }
}
