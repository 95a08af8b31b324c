/** View records of the form that asks for a run. */
@NullMarked
package racecard.view.form;

import org.jspecify.annotations.NullMarked;
