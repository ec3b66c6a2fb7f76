/// A toy for the tests of the engine: a shelf of notebooks (the organisation) and what people write
/// into them (crises). It has one of everything that a feature may have.
@NullMarked
package muster.testing.notes;

import org.jspecify.annotations.NullMarked;
