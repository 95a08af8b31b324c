package racecard.web.page.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import racecard.catalog.Catalog;
import racecard.catalog.Contender;
import racecard.catalog.FoundRuntime;
import racecard.catalog.RuntimesJson;
import racecard.host.Host;
import racecard.host.HostStore;
import racecard.view.Fact;
import racecard.view.HostPage;

/**
 * The runtimes of one host: the JVM first, then by kind, the newest first.
 *
 * @param catalog of that host alone
 * @param jdk the JVM's version
 */
record HostRuntimes(Catalog catalog, String jdk) {
  private static final String JVM = "JVM";

  static HostRuntimes of(Host host) {
    String jdk = HostStore.facts(host.factsJson()).facts().getOrDefault("JDK", "");
    return new HostRuntimes(Catalog.of(RuntimesJson.read(host.runtimesJson())), jdk);
  }

  /** Those that can be measured, a line for each kind, as {@code CPython 3.12, 3.11}. */
  List<String> inShort() {
    Map<String, List<String>> versions = new LinkedHashMap<>();
    for (FoundRuntime runtime : catalog.found()) {
      if (runtime.reason() == null) {
        String kind = runtime.title().replaceFirst("\\s+\\S*$", "");
        String version = runtime.title().substring(kind.length()).strip();
        versions.computeIfAbsent(kind, _ -> new ArrayList<>()).add(version);
      }
    }
    return Stream.concat(
            Stream.of(JVM + " " + jdk),
            versions.entrySet().stream()
                .map(kind -> kind.getKey() + " " + String.join(", ", kind.getValue())))
        .toList();
  }

  /** All of them with their contenders. */
  List<HostPage.FoundRuntime> all() {
    Set<String> preferred = catalog.preferred();
    return Stream.concat(
            Stream.of(jvm()),
            catalog.found().stream().map(one -> found(one, preferred.contains(one.id()))))
        .toList();
  }

  private HostPage.FoundRuntime jvm() {
    List<Contender> all = contenders(Catalog.JVM);
    return new HostPage.FoundRuntime(
        Catalog.JVM, JVM, jdk, "", count(all), "", true, List.of(), ready(all), lacking(all));
  }

  private HostPage.FoundRuntime found(FoundRuntime runtime, boolean preferred) {
    String reason = Objects.requireNonNullElse(runtime.reason(), "");
    List<Contender> all = reason.isEmpty() ? contenders(runtime.id()) : List.of();
    return new HostPage.FoundRuntime(
        runtime.id(),
        runtime.title(),
        runtime.version(),
        runtime.executable(),
        reason.isEmpty() ? count(all) : "cannot be measured",
        reason,
        preferred && reason.isEmpty(),
        facts(runtime),
        ready(all),
        lacking(all));
  }

  private List<Contender> contenders(String runtime) {
    return catalog.contenders().stream()
        .filter(contender -> contender.name().runtime().equals(runtime))
        .toList();
  }

  private static String count(List<Contender> all) {
    long ready = all.stream().filter(Contender::available).count();
    return ready == all.size()
        ? "%d contenders".formatted(ready)
        : "%d of %d contenders".formatted(ready, all.size());
  }

  private static List<racecard.view.Contender> ready(List<Contender> all) {
    return all.stream().filter(Contender::available).map(HostRuntimes::shown).toList();
  }

  /** Those with a command that adds them come first. */
  private static List<HostPage.Lacking> lacking(List<Contender> all) {
    Map<String, List<Contender>> byRemedy =
        all.stream()
            .filter(contender -> !contender.available())
            .collect(
                Collectors.groupingBy(
                    contender -> Objects.requireNonNullElse(contender.remedy(), ""),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byRemedy.entrySet().stream()
        .sorted((one, other) -> Boolean.compare(one.getKey().isEmpty(), other.getKey().isEmpty()))
        .map(group -> new HostPage.Lacking(group.getKey(), missing(group.getValue())))
        .toList();
  }

  private static List<HostPage.Missing> missing(List<Contender> lacking) {
    Map<String, List<racecard.view.Contender>> byReason = new LinkedHashMap<>();
    for (Contender contender : lacking) {
      String reason = Objects.requireNonNullElse(contender.reason(), "");
      byReason.computeIfAbsent(reason, _ -> new ArrayList<>()).add(shown(contender));
    }
    return byReason.entrySet().stream()
        .map(reason -> new HostPage.Missing(reason.getValue(), reason.getKey()))
        .toList();
  }

  private static racecard.view.Contender shown(Contender contender) {
    return new racecard.view.Contender(contender.name().toString(), contender.name().strategy());
  }

  private static List<Fact> facts(FoundRuntime runtime) {
    List<Fact> facts = new ArrayList<>();
    runtime.facts().forEach((name, text) -> facts.add(RuntimeFact.of(name, text)));
    if (!runtime.libraries().isEmpty()) {
      facts.add(
          new Fact(
              "Versions",
              runtime.libraries().entrySet().stream()
                  .map(library -> library.getKey() + " " + library.getValue())
                  .collect(Collectors.joining(" · "))));
    }
    return facts;
  }
}
