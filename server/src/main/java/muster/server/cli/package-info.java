/// The command line, one class for each command. Exit codes are promises: 64 for wrong usage, 1 for a fault,
/// and those of `verify`. Progress goes to standard error, results to standard output.
@NullMarked
package muster.server.cli;

import org.jspecify.annotations.NullMarked;
