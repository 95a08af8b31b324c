/**
 * One JSON object a line: reading, checking and writing the protocol's messages.
 *
 * <p>Knows no message by name; nothing here may print to standard output but {@link
 * racecard.jvm.line.Answers}.
 */
@NullMarked
package racecard.jvm.line;

import org.jspecify.annotations.NullMarked;
