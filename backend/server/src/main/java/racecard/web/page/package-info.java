/** The pages and their forms: one class per page, which turns what is stored into view records. */
@NullMarked
package racecard.web.page;

import org.jspecify.annotations.NullMarked;
