/// What needs authority: a question, its options, approvals, escalation, deferral and supersession. It asks of
/// the charter who decides and how, and of the crisis who sits where.
@NullMarked
package muster.decisions;

import org.jspecify.annotations.NullMarked;
