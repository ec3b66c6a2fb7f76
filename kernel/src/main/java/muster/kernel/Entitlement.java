package muster.kernel;

import java.util.List;

/// The snapshot in an entry of why its actor was entitled: provable after the roles have changed.
///
/// @param seats the actor's seats at that moment
/// @param by what each asked permission rested on, in the order asked: `right tasks.offer`, `the owner`, `a
///     decider (ciso)`
/// @param charter the charter version judged by, with its hash; empty where none was needed
public record Entitlement(List<HeldSeat> seats, List<String> by, String charter) {
    /// Of Muster itself, and of the operator on the host.
    public static final Entitlement NONE = new Entitlement(List.of(), List.of(), "");

    public Entitlement {
        seats = List.copyOf(seats);
        by = List.copyOf(by);
    }
}
