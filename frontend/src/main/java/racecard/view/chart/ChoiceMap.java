package racecard.view.chart;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import racecard.view.Contender;

/**
 * Who wins where: a row for each CPU share, a column for each level of in flight.
 *
 * @param runtime the one whose contenders are compared; empty where all are
 * @param columns the levels of in flight, as "16"
 * @param winners everybody who leads somewhere, with in how many squares
 * @param margin as "5 %"
 * @param summary what is to be seen, in words
 */
public record ChoiceMap(
    String runtime,
    List<String> columns,
    List<Row> rows,
    List<Winner> winners,
    String margin,
    String summary) {

  /**
   * A row.
   *
   * @param share as "20 %"
   */
  public record Row(String share, List<Square> squares) {}

  /** A contender and how many squares it leads in. */
  public record Winner(Contender contender, int squares) {}

  /** How a square is drawn. */
  public enum Look {
    /** Faster than everybody else: filled. */
    CLEAR,
    /** As fast as others within the margin: hatched. */
    TIED,
    /** Ahead, but not told apart: framed. */
    OPEN,
    /** Not measured, or without a verdict: empty. */
    EMPTY;

    /** The class name. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One cell of the run.
   *
   * @param leader null in an empty one
   * @param others who is tied with it, or not told apart
   * @param ahead by how much the best of the slower ones is beaten, as "1.4×"; empty without one
   * @param words all of it for people who do not see it
   * @param href its own result; null where there is none or nothing can be followed
   */
  public record Square(
      Look look,
      @Nullable Contender leader,
      List<Contender> others,
      String ahead,
      String words,
      @Nullable String href) {}
}
