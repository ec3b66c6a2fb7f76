package muster.tasks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.kernel.Id;

/// What matters next: among open tasks that hang together, how much waits for each, and which are on the
/// longest chain. Whole, not step by step: a few hundred tasks take microseconds, and a wrong number would be
/// worse than a slow one.
final class Ranking {
    private static final Duration USUAL = Duration.ofHours(1);

    private final List<Task> tasks;
    private final List<List<Integer>> after = new ArrayList<>();
    private final List<Integer> order = new ArrayList<>();
    private final List<BitSet> hanging = new ArrayList<>();
    private final Risk[] highest;
    private final long[] longestBefore;
    private final long[] longestFrom;

    private Ranking(List<Task> tasks) {
        this.tasks = tasks;
        this.highest = new Risk[tasks.size()];
        this.longestBefore = new long[tasks.size()];
        this.longestFrom = new long[tasks.size()];
    }

    /// Those of these tasks that stand elsewhere than before, in their new places.
    static List<Task> of(List<Task> open) {
        Ranking ranking = new Ranking(open);
        ranking.sort();
        ranking.lookForward();
        ranking.lookBack();
        return ranking.moved();
    }

    /// Puts every task behind those it depends on.
    private void sort() {
        Map<Id, Integer> index = new HashMap<>();
        for (int i = 0; i < tasks.size(); i++) {
            index.put(tasks.get(i).id(), i);
            after.add(new ArrayList<>());
            hanging.add(new BitSet(tasks.size()));
        }
        int[] waitsFor = new int[tasks.size()];
        for (int i = 0; i < tasks.size(); i++) {
            for (Id dependency : tasks.get(i).ties().dependsOn()) {
                Integer before = index.get(dependency);
                if (before != null) {
                    after.get(before).add(i);
                    waitsFor[i]++;
                }
            }
        }
        for (int i = 0; i < waitsFor.length; i++) {
            if (waitsFor[i] == 0) {
                order.add(i);
            }
        }
        for (int done = 0; done < order.size(); done++) {
            for (int next : after.get(order.get(done))) {
                if (--waitsFor[next] == 0) {
                    order.add(next);
                }
            }
        }
        if (order.size() < tasks.size()) {
            throw new IllegalStateException("tasks wait for each other in a circle");
        }
    }

    private void lookForward() {
        for (int i : order) {
            for (int next : after.get(i)) {
                longestBefore[next] = Math.max(longestBefore[next], longestBefore[i] + expected(i));
            }
        }
    }

    private void lookBack() {
        for (int i : order.reversed()) {
            highest[i] = tasks.get(i).terms().risk();
            for (int next : after.get(i)) {
                longestFrom[i] = Math.max(longestFrom[i], longestFrom[next]);
                hanging.get(i).or(hanging.get(next));
                hanging.get(i).set(next);
                highest[i] = higher(highest[i], highest[next]);
            }
            longestFrom[i] += expected(i);
        }
    }

    private List<Task> moved() {
        long longest = order.stream()
                .filter(this::isInChain)
                .mapToLong(this::chainThrough)
                .max()
                .orElse(Long.MAX_VALUE);
        List<Task> moved = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            boolean critical = isInChain(i) && chainThrough(i) == longest;
            Place place = Place.of(highest[i], hanging.get(i).cardinality(), critical);
            if (!place.equals(tasks.get(i).place())) {
                moved.add(tasks.get(i).with(place));
            }
        }
        return moved;
    }

    private boolean isInChain(int i) {
        return !after.get(i).isEmpty() || longestBefore[i] > 0;
    }

    private long chainThrough(int i) {
        return longestBefore[i] + longestFrom[i];
    }

    private long expected(int i) {
        return tasks.get(i).terms().expected().orElse(USUAL).toMillis();
    }

    private static Risk higher(Risk one, Risk other) {
        return Comparator.comparingInt(Risk::weight).compare(one, other) >= 0 ? one : other;
    }
}
