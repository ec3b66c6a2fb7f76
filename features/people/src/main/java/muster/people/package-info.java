/// Who there is: persons, service accounts, agents, teams and partner organisations, with their hours and
/// absences. It asks nothing of other features.
@NullMarked
package muster.people;

import org.jspecify.annotations.NullMarked;
