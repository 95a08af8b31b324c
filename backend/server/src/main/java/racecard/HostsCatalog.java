package racecard;

import java.util.List;
import java.util.function.Supplier;
import racecard.catalog.Catalog;
import racecard.catalog.FoundRuntime;
import racecard.catalog.RuntimesJson;
import racecard.host.Host;
import racecard.host.HostStore;

/**
 * The contenders of all hosts that have a living worker; read anew only when one of them changed.
 */
final class HostsCatalog implements Supplier<Catalog> {
  private final HostStore hosts;
  private volatile Known known = new Known(List.of(), Catalog.ofJvm());

  HostsCatalog(HostStore hosts) {
    this.hosts = hosts;
  }

  private record Known(List<String> said, Catalog catalog) {}

  @Override
  public Catalog get() {
    List<String> said = hosts.all().stream().filter(Host::alive).map(Host::runtimesJson).toList();
    Known before = known;
    if (said.equals(before.said())) {
      return before.catalog();
    }
    List<FoundRuntime> found =
        said.stream().flatMap(json -> RuntimesJson.read(json).stream()).toList();
    Known now = new Known(said, Catalog.of(found));
    known = now;
    return now.catalog();
  }
}
