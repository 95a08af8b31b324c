package racecard.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A workload's numbers, complete and within their limits, and for {@code fetch} the user's own
 * URLs.
 *
 * @param urls empty when {@code fetch} downloads from the local origin, and for every other
 *     workload
 */
public record Parameters(Workload workload, SequencedMap<String, Long> numbers, List<String> urls) {

  /**
   * Completes the numbers with defaults; refuses an unknown name or a number outside its limits.
   */
  public Parameters {
    SequencedMap<String, Long> complete = new LinkedHashMap<>();
    for (Parameter parameter : workload.parameters()) {
      long number = numbers.getOrDefault(parameter.name(), parameter.defaultValue());
      if (!parameter.allows(number)) {
        throw new IllegalArgumentException(parameter.name() + " " + parameter.limits());
      }
      complete.put(parameter.name(), number);
    }
    if (!complete.keySet().containsAll(numbers.keySet())) {
      throw new IllegalArgumentException("unknown parameter among " + numbers.keySet());
    }
    if (!urls.isEmpty() && workload != Workload.FETCH) {
      throw new IllegalArgumentException("only fetch takes urls");
    }
    numbers = complete;
    urls = List.copyOf(urls);
  }

  /** The workload with every parameter at its default. */
  public static Parameters defaults(Workload workload) {
    return of(workload, Map.of());
  }

  /** The workload with some parameters changed. */
  public static Parameters of(Workload workload, Map<String, Long> changed) {
    return new Parameters(workload, new LinkedHashMap<>(changed), List.of());
  }

  /** The same with another number for one of them. */
  public Parameters with(String name, long number) {
    SequencedMap<String, Long> changed = new LinkedHashMap<>(numbers);
    changed.put(name, number);
    return new Parameters(workload, changed, urls);
  }

  /** As a request has them: the numbers, and the URLs where there are any. */
  public SequencedMap<String, Object> request() {
    SequencedMap<String, Object> request = new LinkedHashMap<>(numbers);
    if (!urls.isEmpty()) {
      request.put("urls", urls);
    }
    return request;
  }

  /** The number of the parameter {@code name}. */
  public long number(String name) {
    Long number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException(workload.id() + " has no parameter " + name);
    }
    return number;
  }

  /** How many downloads a task of {@code fetch} makes. */
  public int urlsPerTask() {
    return urls.isEmpty() ? Math.toIntExact(number("urls_per_task")) : urls.size();
  }
}
