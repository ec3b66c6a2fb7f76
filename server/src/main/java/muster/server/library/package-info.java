/// Reads the files that people write: charters, playbooks, scenarios, configuration. YAML 1.2 goes into
/// strict records; whatever is wrong is said with the file, the line and the field, and all of it at once.
/// Asks nothing of the network and knows nothing of a running Muster.
@NullMarked
package muster.server.library;

import org.jspecify.annotations.NullMarked;
