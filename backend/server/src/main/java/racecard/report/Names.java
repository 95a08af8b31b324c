package racecard.report;

import java.util.List;
import java.util.stream.Collectors;
import racecard.catalog.ContenderName;
import racecard.catalog.Strategy;

/**
 * What the contenders of one run are called: by their strategy alone where all share a runtime.
 *
 * @param severalRuntimes whether a strategy alone would not name one
 */
public record Names(boolean severalRuntimes) {
  /** The names that fit a run of {@code contenders}. */
  public static Names of(List<String> contenders) {
    return new Names(contenders.stream().map(Names::runtime).distinct().count() > 1);
  }

  /** In charts and tables, as {@code thread-pool}, {@code sequential#2} or {@code jvm/threads}. */
  public String label(String contender) {
    return severalRuntimes ? contender : contender.substring(contender.indexOf('/') + 1);
  }

  /** At the start of a sentence, as {@code Virtual threads}. */
  public String subject(String contender) {
    return ContenderName.find(contender)
        .map(name -> copy(title(name.strategy()), name) + on(name))
        .orElse(contender);
  }

  /** What others are divided by, as {@code one after another} or {@code threads}. */
  String reference(String contender) {
    return ContenderName.find(contender)
        .filter(name -> name.isSequential() && !name.control())
        .map(name -> "one after another" + on(name))
        .orElseGet(() -> label(contender));
  }

  /** The labels as one reads them out: {@code a}, {@code a and b}, {@code a, b and c}. */
  public String list(List<String> contenders) {
    List<String> labels = contenders.stream().map(this::label).toList();
    if (labels.size() < 2) {
      return String.join("", labels);
    }
    return labels.subList(0, labels.size() - 1).stream().collect(Collectors.joining(", "))
        + " and "
        + labels.getLast();
  }

  /** {@code is} or {@code are}, as these contenders need it. */
  static String verb(List<String> contenders) {
    return contenders.size() > 1 || several(contenders.getFirst()) ? "are" : "is";
  }

  private static boolean several(String contender) {
    String title = ContenderName.find(contender).map(name -> title(name.strategy())).orElse("");
    return title.replaceFirst(" ?[,(].*", "").endsWith("s");
  }

  static String verb(String contender) {
    return verb(List.of(contender));
  }

  private String on(ContenderName name) {
    return severalRuntimes ? " on " + name.runtime() : "";
  }

  private static String title(String strategy) {
    return Strategy.of(strategy).title();
  }

  private static String copy(String title, ContenderName name) {
    return name.control() ? title + " #" + name.copy() : title;
  }

  private static String runtime(String contender) {
    int slash = contender.indexOf('/');
    return slash < 0 ? "" : contender.substring(0, slash);
  }
}
