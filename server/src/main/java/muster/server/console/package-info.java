/// The operator's desk: what somebody on the host may ask, answered by the running server over a Unix socket
/// in the data directory, or by opening the journal where no server holds it. Each use that changes anything
/// is an entry of the organisation's stream with the actor `operator`.
@NullMarked
package muster.server.console;

import org.jspecify.annotations.NullMarked;
