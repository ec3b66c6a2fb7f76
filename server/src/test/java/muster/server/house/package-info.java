/// The walls of the house, as far as the compiler cannot build them.
@NullMarked
package muster.server.house;

import org.jspecify.annotations.NullMarked;
