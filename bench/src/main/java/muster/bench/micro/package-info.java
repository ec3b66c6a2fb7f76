/// The steps of a command and of a reader's answer, each by itself, measured with JMH: what `muster bench jmh`
/// runs. For finding out whether a step became cheaper; what Muster promises is measured as a whole, elsewhere.
@NullMarked
package muster.bench.micro;

import org.jspecify.annotations.NullMarked;
