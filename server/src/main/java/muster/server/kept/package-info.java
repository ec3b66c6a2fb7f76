/// Folds on disk, so that a start need not read a long record from its beginning: an encrypted cache in the data
/// directory that anybody may delete at any time. It never decides what is true. What is read from it is held against
/// the
/// journal's tree first, and whatever is in doubt is thrown away and folded anew.
@NullMarked
package muster.server.kept;

import org.jspecify.annotations.NullMarked;
