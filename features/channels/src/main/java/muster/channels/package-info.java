/// What people say to each other: rooms, topics, messages and privileged lanes. It asks of the crisis who takes
/// part.
@NullMarked
package muster.channels;

import org.jspecify.annotations.NullMarked;
