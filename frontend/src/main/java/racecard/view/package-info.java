/** View records: the contract of each template. */
@NullMarked
package racecard.view;

import org.jspecify.annotations.NullMarked;
