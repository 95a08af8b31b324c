/** The form that asks for a run: its fields, what they say as a request of the API, its page. */
@NullMarked
package racecard.web.page.form;

import org.jspecify.annotations.NullMarked;
