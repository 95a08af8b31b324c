/** View records of the run page, its fragments, its shared form and its file. */
@NullMarked
package racecard.view.run;

import org.jspecify.annotations.NullMarked;
