/** Pages that explain. */
@NullMarked
package racecard.web.page.help;

import org.jspecify.annotations.NullMarked;
