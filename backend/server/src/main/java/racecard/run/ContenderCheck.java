package racecard.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Catalog;
import racecard.catalog.Contender;
import racecard.catalog.ContenderName;

/**
 * Reads whom a request wants measured and divided by.
 *
 * @param few whether a request without contenders means a choice map's few
 */
record ContenderCheck(Catalog catalog, Fields fields, boolean few) {
  private static final int MAX_CONTENDERS = 60;

  /** Whom a request measures, its baseline included. */
  record Chosen(List<ContenderName> contenders, @Nullable ContenderName baseline) {}

  /** At most {@code inFlight} tasks execute at once in any cell. */
  Chosen read(int inFlight) {
    Set<ContenderName> contenders = contenders(inFlight);
    ContenderName baseline = baseline();
    if (baseline == null && few && !fields.has("contenders")) {
      baseline = contenders.stream().findFirst().orElse(null);
    }
    if (baseline != null) {
      contenders.add(baseline);
    }
    controlsOf(contenders);
    return new Chosen(List.copyOf(contenders), baseline);
  }

  private Set<ContenderName> contenders(int inFlight) {
    List<String> asked = fields.texts("contenders");
    if (asked == null) {
      return new LinkedHashSet<>(few ? catalog.few(inFlight) : catalog.sensible(inFlight));
    }
    Set<ContenderName> names = new LinkedHashSet<>();
    if (asked.size() > MAX_CONTENDERS) {
      fields.wrong("contenders", "must be at most " + MAX_CONTENDERS);
      return names;
    }
    for (int i = 0; i < asked.size(); i++) {
      String field = "contenders[" + i + "]";
      known(asked.get(i), field).ifPresent(names::add);
    }
    if (asked.isEmpty()) {
      fields.wrong("contenders", "must name at least one contender");
    }
    return names;
  }

  private void controlsOf(Set<ContenderName> contenders) {
    contenders.stream()
        .filter(name -> !contenders.contains(name.original()))
        .forEach(control ->
            fields.wrong(
                "contenders",
                "must have %s too, which %s measures again"
                    .formatted(control.original(), control)));
  }

  private Optional<ContenderName> known(String text, String field) {
    Optional<ContenderName> name = ContenderName.find(text).map(catalog::versioned);
    Optional<Contender> found = name.flatMap(catalog::find);
    if (found.isEmpty()) {
      fields.wrong(
          field, "must be one of %s, with #2 to #9 behind it for a control".formatted(names()));
      return Optional.empty();
    }
    if (!found.get().available()) {
      fields.wrong(field, "cannot be measured here: " + found.get().reason());
      return Optional.empty();
    }
    return name;
  }

  private String names() {
    Set<String> preferred = catalog.preferred();
    return catalog.contenders().stream()
        .map(Contender::name)
        .filter(name -> preferred.contains(name.runtime()))
        .map(ContenderName::toString)
        .collect(Collectors.joining(", "));
  }

  private @Nullable ContenderName baseline() {
    String text = fields.text("baseline", 100);
    if (text.isEmpty()) {
      return null;
    }
    Optional<ContenderName> name = known(text, "baseline");
    if (name.isPresent() && name.get().control()) {
      fields.wrong("baseline", "must not be a control");
    }
    return name.orElse(null);
  }
}
