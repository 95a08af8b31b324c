/** The measured JVM child: speaks the runner protocol and executes rounds. */
@NullMarked
package racecard.jvm;

import org.jspecify.annotations.NullMarked;
