/**
 * Starts children and speaks their protocol, docs/PROTOCOL.md: the only room that starts processes.
 *
 * <p>Knows no database and never interprets a measurement. Every request has a time limit, every
 * child ends with this process because its stdin then ends, and whatever a child does wrong is a
 * {@link racecard.runner.ChildFailure} that says what, where and why.
 */
@NullMarked
package racecard.runner;

import org.jspecify.annotations.NullMarked;
