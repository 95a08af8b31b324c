/** The runs there were. */
@NullMarked
package racecard.web.page.history;

import org.jspecify.annotations.NullMarked;
