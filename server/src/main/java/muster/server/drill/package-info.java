/// Plays a scenario: simulated participants, each with a token of their own, read what everybody may read and
/// give the commands that everybody may give, by their habits and hours, in the time of the exercise. The
/// same players play over the network and in process; with the same seed they do the same.
@NullMarked
package muster.server.drill;

import org.jspecify.annotations.NullMarked;
