package racecard.catalog;

import java.util.List;
import java.util.stream.Stream;

/** A version to be compared number by number. */
record Release(List<Integer> numbers) implements Comparable<Release> {
  static Release of(FoundRuntime runtime) {
    return new Release(
        Stream.of(runtime.version().split("[^0-9]+", -1))
            .filter(part -> !part.isEmpty() && part.length() < 9)
            .map(Integer::valueOf)
            .toList());
  }

  @Override
  public int compareTo(Release other) {
    for (int i = 0; i < Math.min(numbers.size(), other.numbers.size()); i++) {
      int order = numbers.get(i).compareTo(other.numbers.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(numbers.size(), other.numbers.size());
  }
}
