/** Links that open one run to whoever has them. */
@NullMarked
package racecard.web.page.share;

import org.jspecify.annotations.NullMarked;
