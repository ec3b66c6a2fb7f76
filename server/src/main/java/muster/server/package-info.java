/// Muster on the network: commands come in, changes go out. The wiring of the whole program is written here, in
/// plain sight.
@NullMarked
package muster.server;

import org.jspecify.annotations.NullMarked;
