/// The configuration file: one YAML file, every key optional and documented in the file that `serve
/// --init-config` writes.
@NullMarked
package muster.server.config;

import org.jspecify.annotations.NullMarked;
