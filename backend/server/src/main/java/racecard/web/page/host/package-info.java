/** The machines that measure. */
@NullMarked
package racecard.web.page.host;

import org.jspecify.annotations.NullMarked;
