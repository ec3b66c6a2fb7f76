/// The response governance model: roles, deputies, decision types, authority rules, escalation paths and
/// rights. It asks of people who they are.
@NullMarked
package muster.charter;

import org.jspecify.annotations.NullMarked;
