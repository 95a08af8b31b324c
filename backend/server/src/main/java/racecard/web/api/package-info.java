/** The JSON and CSV that scripts rely on: one class per resource. */
@NullMarked
package racecard.web.api;

import org.jspecify.annotations.NullMarked;
