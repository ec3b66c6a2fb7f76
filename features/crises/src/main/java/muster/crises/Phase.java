package muster.crises;

/// Where a crisis stands. The usual way is downwards, but an attacker does not keep to it: any order is
/// possible, and each move says why.
public enum Phase {
    SUSPECTED("Suspected"),
    CONFIRMED("Confirmed"),
    CONTAINING("Containing"),
    ERADICATING("Eradicating"),
    RECOVERING("Recovering"),
    MONITORING("Monitoring"),
    CLOSED("Closed");

    private final String word;

    Phase(String word) {
        this.word = word;
    }

    /// The big word on every screen.
    public String word() {
        return word;
    }
}
