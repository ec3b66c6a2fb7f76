/// Who is asking: tokens, cookies, and the ways to get one. Sessions themselves are history of the
/// organisation; here is only what proves that a request belongs to one.
@NullMarked
package muster.server.signin;

import org.jspecify.annotations.NullMarked;
