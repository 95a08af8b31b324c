/**
 * The measured JVM child: speaks the runner protocol and executes rounds of one contender.
 *
 * <p>Has no dependency; everything that costs something happens before or after the clock, never
 * within a round.
 */
@NullMarked
package racecard.jvm;

import org.jspecify.annotations.NullMarked;
