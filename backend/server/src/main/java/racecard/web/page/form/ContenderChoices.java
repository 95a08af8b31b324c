package racecard.web.page.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import racecard.catalog.Catalog;
import racecard.catalog.Contender;
import racecard.host.Host;
import racecard.host.HostStore;
import racecard.view.Option;
import racecard.view.form.NewRun;
import racecard.view.form.NewRun.ContenderChoice;
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
    return new RuntimeGroup(
        title(runtime),
        catalog.contenders().stream()
            .filter(contender -> contender.name().runtime().equals(runtime))
            .map(this::choice)
            .toList());
  }

  private ContenderChoice choice(Contender contender) {
    String name = contender.name().toString();
    return new ContenderChoice(
        new racecard.view.Contender(name, contender.name().strategy()),
        contender.strategy().sentence(),
        contender.available() && fields.form().all(FieldNames.CONTENDERS).contains(name),
        contender.reason(),
        contender.remedy());
  }

  /** As {@code JVM · Eclipse Adoptium 25.0.3+9}. */
  private String title(String runtime) {
    if (!runtime.equals(Catalog.JVM)) {
      return runtime;
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
