package racecard.view;

/**
 * Asks before something that cannot be undone.
 *
 * @param title the question, naming the thing
 * @param text what will be gone
 * @param act the button's text, as "Delete this run"
 * @param backHref where changing one's mind leads
 */
public record ConfirmPage(
    Frame frame, String title, String text, String act, PostForm form, String backHref) {}
