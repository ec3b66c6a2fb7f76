/// Time in: wakes each stream when its next alarm is due, so that deadlines escalate though nobody acts.
@NullMarked
package muster.server.alarm;

import org.jspecify.annotations.NullMarked;
