/// Commands in, and everything else that is asked once and answered once. A door says who is asking, reads
/// what was sent strictly, and hands it on; it decides nothing. What a caller may not know exists is answered
/// like what does not exist.
@NullMarked
package muster.server.door;

import org.jspecify.annotations.NullMarked;
