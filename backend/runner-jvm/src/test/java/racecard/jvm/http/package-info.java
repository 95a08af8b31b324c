/** Tests of this room alone. */
@NullMarked
package racecard.jvm.http;

import org.jspecify.annotations.NullMarked;
