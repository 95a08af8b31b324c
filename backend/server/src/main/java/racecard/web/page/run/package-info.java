/** The run page, the shared page and the file: one report, turned into view records. */
@NullMarked
package racecard.web.page.run;

import org.jspecify.annotations.NullMarked;
