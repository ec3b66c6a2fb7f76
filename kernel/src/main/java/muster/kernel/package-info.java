/// The one idea: a command is decided into events by a pure function, the events are recorded, and everything
/// anybody sees is folded from that record.
@NullMarked
package muster.kernel;

import org.jspecify.annotations.NullMarked;
