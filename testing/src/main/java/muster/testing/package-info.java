/// The words tests are written in. Every scenario told in them is also a test of replay.
@NullMarked
package muster.testing;

import org.jspecify.annotations.NullMarked;
