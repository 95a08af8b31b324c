package racecard.web.page.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import racecard.catalog.Catalog;
import racecard.catalog.Contender;
import racecard.catalog.FoundRuntime;
import racecard.host.Host;
import racecard.host.HostStore;
import racecard.view.Option;
import racecard.view.form.NewRun;
import racecard.view.form.NewRun.ContenderChoice;
import racecard.view.form.NewRun.Missing;
import racecard.view.form.NewRun.RuntimeGroup;
import racecard.web.http.Rooms;

/** Step 2 of the form: what can be ticked, and what cannot with its reason. */
final class ContenderChoices {
  private final Rooms rooms;
  private final Fields fields;

  ContenderChoices(Rooms rooms, Fields fields) {
    this.rooms = rooms;
    this.fields = fields;
  }

  NewRun.Contenders view() {
    Catalog catalog = rooms.catalog().get();
    return new NewRun.Contenders(
        catalog.runtimes().stream().map(runtime -> group(catalog, runtime)).toList(),
        baselines(catalog),
        fields.error(FieldNames.CONTENDERS),
        fields.error(FieldNames.BASELINE));
  }

  private RuntimeGroup group(Catalog catalog, String runtime) {
    List<Contender> all =
        catalog.contenders().stream()
            .filter(contender -> contender.name().runtime().equals(runtime))
            .toList();
    List<ContenderChoice> choices =
        all.stream().filter(Contender::available).map(this::choice).toList();
    List<Contender> missing = all.stream().filter(one -> !one.available()).toList();
    boolean open =
        catalog.preferred().contains(runtime) || choices.stream().anyMatch(ContenderChoice::chosen);
    return new RuntimeGroup(
        title(catalog, runtime), open, choices, missing(missing), remedies(missing));
  }

  private ContenderChoice choice(Contender contender) {
    String name = contender.name().toString();
    return new ContenderChoice(
        shown(contender),
        contender.strategy().sentence(),
        fields.form().all(FieldNames.CONTENDERS).contains(name),
        contender.strategy().mistake());
  }

  /** Those of the same reason together. */
  private static List<Missing> missing(List<Contender> contenders) {
    return contenders.stream()
        .collect(
            Collectors.groupingBy(
                one -> String.valueOf(one.reason()), LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(same ->
            new Missing(
                same.getValue().stream().map(ContenderChoices::shown).toList(), same.getKey()))
        .toList();
  }

  private static List<String> remedies(List<Contender> missing) {
    return missing.stream().flatMap(one -> Stream.ofNullable(one.remedy())).distinct().toList();
  }

  private static racecard.view.Contender shown(Contender contender) {
    return new racecard.view.Contender(contender.name().toString(), contender.name().strategy());
  }

  /** As {@code JVM · Eclipse Adoptium 25.0.3+9}. */
  private String title(Catalog catalog, String runtime) {
    Optional<FoundRuntime> found = catalog.runtime(runtime);
    if (found.isPresent()) {
      return runtime + " · " + found.get().title();
    }
    Optional<String> jdk =
        rooms.hosts().all().stream()
            .filter(Host::alive)
            .map(host -> HostStore.facts(host.factsJson()).facts().get("JDK"))
            .flatMap(Stream::ofNullable)
            .findFirst();
    return jdk.map(version -> "JVM · " + version).orElse("JVM");
  }

  private List<Option> baselines(Catalog catalog) {
    String chosen = fields.form().text(FieldNames.BASELINE);
    List<Option> options = new ArrayList<>();
    options.add(new Option("", "sequential of the same runtime", chosen.isEmpty()));
    catalog.contenders().stream()
        .filter(Contender::available)
        .map(contender -> contender.name().toString())
        .forEach(name -> options.add(new Option(name, name, name.equals(chosen))));
    return options;
  }
}
