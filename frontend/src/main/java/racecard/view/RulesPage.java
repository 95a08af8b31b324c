package racecard.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The article's rules of thumb, held against what was measured here.
 *
 * @param queue queues what would decide the rules that nothing has decided yet; null when all are
 * @param missing what that is, in a sentence; empty when nothing
 */
public record RulesPage(Frame frame, List<Rule> rules, @Nullable PostForm queue, String missing) {

  /**
   * A rule.
   *
   * @param verdict as "confirmed once, contradicted 2 times"
   */
  public record Rule(String title, String sentence, String verdict, List<Finding> findings) {}

  /**
   * What one run says of it.
   *
   * @param ruling as "confirmed"
   * @param id the ruling's class suffix
   */
  public record Finding(
      Link run, String host, String runtime, String ruling, String id, String figures) {}
}
