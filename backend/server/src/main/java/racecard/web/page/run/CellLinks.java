package racecard.web.page.run;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Plan;
import racecard.run.Run;
import racecard.view.Hidden;
import racecard.view.run.RunParts.RuntimeLink;

/** {@code ?cell=}: one cell of a run of several, with all that a run of one cell shows. */
final class CellLinks {
  private static final String FIELD = "cell";

  private CellLinks() {}

  /** The cell that is asked for; null for all of a run of several, and where there is no such. */
  static @Nullable Integer chosen(Context ctx, Run run) {
    if (run.levels().none()) {
      return 0;
    }
    String asked = ctx.queryParam(FIELD);
    return asked != null
            && asked.matches("[0-9]{1,3}")
            && Integer.parseInt(asked) < run.levels().count()
        ? Integer.valueOf(asked)
        : null;
  }

  /** The address of one cell; of the run where it has no other. */
  static String href(String path, Run run, @Nullable Integer cell) {
    return cell == null || run.levels().none() ? path : path + "?" + FIELD + "=" + cell;
  }

  /** The field that says which cell {@code plan} is; none for a run of one. */
  static List<Hidden> field(Run run, Plan plan) {
    return run.levels().none()
        ? List.of()
        : List.of(new Hidden(FIELD, Integer.toString(run.cells().indexOf(plan))));
  }

  /** All cells together and, of a scaling, each; none for a run of one and without a page. */
  static List<RuntimeLink> of(Run run, @Nullable String path, @Nullable Integer chosen) {
    List<RuntimeLink> links = new ArrayList<>();
    if (run.levels().none() || path == null) {
      return links;
    }
    boolean map = run.levels().map();
    List<Plan> cells = run.cells();
    links.add(new RuntimeLink(map ? "the whole map" : "all levels", path, chosen == null));
    IntStream.range(0, cells.size())
        .boxed()
        .filter(cell -> !map || cell.equals(chosen))
        .sorted(Comparator.comparingInt(cell -> run.levels().level(cells.get(cell))))
        .forEach(cell ->
            links.add(
                new RuntimeLink(
                    run.levels().words(cells.get(cell)),
                    href(path, run, cell),
                    cell.equals(chosen))));
    return map && chosen == null ? List.of() : links;
  }
}
