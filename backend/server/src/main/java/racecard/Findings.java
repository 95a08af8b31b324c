package racecard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the doctor found so far, and what this system does not tell. */
final class Findings {
  private final List<Finding> all = new ArrayList<>();
  private final List<String> untold = new ArrayList<>();

  /** Keeps one. */
  void add(Finding finding) {
    all.add(finding);
  }

  /** Judges what the system tells of {@code what}, or notes that it tells nothing. */
  <T> void judge(String what, @Nullable T told, Function<T, Finding> judged) {
    if (told == null) {
      untold.add(what);
    } else {
      add(judged.apply(told));
    }
  }

  /** All of them, in their order. */
  List<Finding> all() {
    return List.copyOf(all);
  }

  /** What could not be judged. */
  List<String> untold() {
    return List.copyOf(untold);
  }
}
