/// A feature that breaks one rule at a time, so that it can be seen that a scenario notices.
@NullMarked
package muster.testing.flaws;

import org.jspecify.annotations.NullMarked;
