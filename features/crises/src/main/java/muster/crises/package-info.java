/// A crisis from its declaration to its close: class, phase, who sits in which seat, handover, the next
/// update promised. It asks of the charter who may do what, and of people who is there.
///
/// Two features share the name. In the organisation the *register* knows that a crisis was opened and closed,
/// each in a lane that only its members see; in the crisis itself the *room* holds everything else. What
/// joins them are two reactions: opening begins the room, closing is noted in the register.
@NullMarked
package muster.crises;

import org.jspecify.annotations.NullMarked;
