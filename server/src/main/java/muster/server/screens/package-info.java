/// The screens: a program that runs in the browser, built from the module `web`, of which the server knows
/// nothing but its files. It hands them out to anybody, because they hold nothing of anybody's; all that is to be
/// seen on them comes from the doors, to whoever may see it.
@NullMarked
package muster.server.screens;

import org.jspecify.annotations.NullMarked;
