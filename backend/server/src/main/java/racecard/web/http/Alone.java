package racecard.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import racecard.catalog.ContenderName;
import racecard.run.FieldError;
import racecard.run.Run;

/** Reads which contenders of a run are to be measured further alone. */
public final class Alone {
  private Alone() {}

  /** Those of {@code names}, each once; adds to {@code errors} what {@code run} does not have. */
  public static List<ContenderName> of(List<String> names, Run run, List<FieldError> errors) {
    List<ContenderName> alone = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Optional<ContenderName> found =
          ContenderName.find(names.get(i)).filter(run.plan().contenders()::contains);
      if (found.isEmpty()) {
        errors.add(new FieldError("contenders[" + i + "]", "must be one of the run's contenders"));
      }
      found.filter(name -> !alone.contains(name)).ifPresent(alone::add);
    }
    return alone;
  }
}
