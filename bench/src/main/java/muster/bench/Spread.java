package muster.bench;

import java.util.Arrays;
import java.util.List;

/// Times, ready to be asked for their middle and their tail.
final class Spread {
    private final long[] sorted;

    private Spread(long[] sorted) {
        this.sorted = sorted;
    }

    /// @param nanos at least one
    static Spread of(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Spread(sorted);
    }

    static Spread of(List<Long> nanos) {
        return of(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    int count() {
        return sorted.length;
    }

    /// Milliseconds within which this share of all was.
    double millis(double share) {
        int at = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, at)] / 1e6;
    }

    double most() {
        return millis(1);
    }
}
