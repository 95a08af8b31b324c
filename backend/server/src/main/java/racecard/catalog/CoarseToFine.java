package racecard.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which a grid is measured: each point is the one farthest from all before it, so
 * corners come first, then the middle, then what lies between.
 *
 * <p>Source: T. F. Gonzalez, Clustering to minimize the maximum intercluster distance, Theoretical
 * Computer Science 38 (1985), farthest-point traversal. Distances are of places, not of values:
 * levels that double are as far apart as those that rise evenly.
 */
final class CoarseToFine {
  private CoarseToFine() {}

  /** A point of the grid, by its values. */
  record Point(int row, int column) {}

  private record Place(Point point, double x, double y) {
    double distance(Place other) {
      return Math.hypot(x - other.x, y - other.y);
    }
  }

  /** All points, beginning with the first row's first. */
  static List<Point> order(List<Integer> rows, List<Integer> columns) {
    List<Place> left = places(rows, columns);
    List<Place> chosen = new ArrayList<>(List.of(left.removeFirst()));
    while (!left.isEmpty()) {
      Place next = farthest(left, chosen);
      left.remove(next);
      chosen.add(next);
    }
    return chosen.stream().map(Place::point).toList();
  }

  private static Place farthest(List<Place> left, List<Place> chosen) {
    return left.stream()
        .max(Comparator.comparingDouble(place -> nearest(place, chosen)))
        .orElseThrow();
  }

  private static double nearest(Place place, List<Place> chosen) {
    // Rounded, so that equal distances are equal whatever their last bit.
    return chosen.stream()
        .mapToDouble(other -> Math.rint(place.distance(other) * 1e9))
        .min()
        .orElseThrow();
  }

  private static List<Place> places(List<Integer> rows, List<Integer> columns) {
    List<Place> places = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        places.add(
            new Place(
                new Point(rows.get(row), columns.get(column)),
                share(column, columns.size()),
                share(row, rows.size())));
      }
    }
    return places;
  }

  private static double share(int place, int of) {
    return of == 1 ? 0 : (double) place / (of - 1);
  }
}
