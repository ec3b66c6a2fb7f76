/// Errands out: what events ask of other streams and of the outside world is carried after they are durable,
/// at least once, and the outcome comes back as history. What is on its way is folded from the journal, so a
/// restart goes on where the crash was.
@NullMarked
package muster.server.courier;

import org.jspecify.annotations.NullMarked;
