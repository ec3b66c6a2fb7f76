/// A feature for tests: what is said in a lane of its own, whose members come and go.
@NullMarked
package muster.server.whispers;

import org.jspecify.annotations.NullMarked;
