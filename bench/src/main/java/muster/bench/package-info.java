/// The measurements and load programs behind every figure that is claimed of Muster.
@NullMarked
package muster.bench;

import org.jspecify.annotations.NullMarked;
