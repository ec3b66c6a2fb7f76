/// The plain pages: what everybody needs most, as HTML without scripts. They are read, not worked with, and
/// they work where nothing else does: on an old phone, over a bad line, from a browser that blocks
/// everything.
@NullMarked
package muster.server.pages;

import org.jspecify.annotations.NullMarked;
