package racecard.view.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import racecard.view.Contender;

/**
 * What stands below the heading of one runtime.
 *
 * @param runtime empty where all stand together
 */
public record ByRuntime<R>(String runtime, List<R> rows) {

  /** The same runtime with what is drawn of its rows. */
  <S> ByRuntime<S> map(Function<List<R>, List<S>> drawn) {
    return new ByRuntime<>(runtime, drawn.apply(rows));
  }

  /** The rows of each runtime, in the order in which the first of each stands. */
  public static <R> List<ByRuntime<R>> of(List<R> rows, Function<R, Contender> contender) {
    Map<String, List<R>> parts =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> contender.apply(row).group(), LinkedHashMap::new, Collectors.toList()));
    return parts.entrySet().stream()
        .map(part -> new ByRuntime<>(part.getKey(), List.copyOf(part.getValue())))
        .toList();
  }
}
