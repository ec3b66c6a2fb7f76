/// Work and its one owner: offered, accepted, blocked, handed over, completed, verified. A task always has
/// exactly one owner once somebody has accepted it, and an offer that nobody answers escalates by itself. It
/// asks of crises who is in the room and of decisions whether work is cleared to begin, and tells owners when
/// a decision they work for no longer holds.
@NullMarked
package muster.tasks;

import org.jspecify.annotations.NullMarked;
