/** Pages that follow a run while it is measured. */
@NullMarked
package racecard.web.page.live;

import org.jspecify.annotations.NullMarked;
