/**
 * What this process sees of itself from `profile` to `profile_end`, by Java's Flight Recorder.
 *
 * <p>Nothing of the recorder is loaded before it is asked for: rounds that are timed must not know
 * it, and a Java without it must measure all the same.
 */
@NullMarked
package racecard.jvm.profile;

import org.jspecify.annotations.NullMarked;
