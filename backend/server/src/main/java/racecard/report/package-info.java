/**
 * What pages, API and exports show of runs, made purely from what is stored: answer, ranking,
 * charts' data, reasons.
 *
 * <p>Decides nothing that the statistics decided: it reads the assessment that the worker kept, and
 * says it in words and figures. Knows no page and no HTTP.
 */
@NullMarked
package racecard.report;

import org.jspecify.annotations.NullMarked;
