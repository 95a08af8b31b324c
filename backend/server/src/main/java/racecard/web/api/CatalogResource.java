package racecard.web.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Catalog;
import racecard.catalog.Contender;
import racecard.catalog.Parameter;
import racecard.catalog.Precision;
import racecard.catalog.Workload;
import racecard.run.RequestCheck;
import racecard.web.http.Json;

/** {@code /api/v1/catalog}: what can be asked for, with the limits that the check holds. */
public final class CatalogResource {
  private final Supplier<Catalog> catalog;

  /** Shows what {@code catalog} gives at each request. */
  public CatalogResource(Supplier<Catalog> catalog) {
    this.catalog = catalog;
  }

  private record Answer(
      List<WorkloadJson> workloads,
      List<ContenderJson> contenders,
      List<String> precisions,
      List<Integer> marginsPercent,
      int maxTasks) {}

  private record WorkloadJson(String name, String sentence, List<ParameterJson> params) {
    static WorkloadJson of(Workload workload) {
      return new WorkloadJson(
          workload.id(),
          workload.sentence(),
          workload.parameters().stream().map(ParameterJson::of).toList());
    }
  }

  private record ParameterJson(
      String name, String label, String unit, long defaultValue, long min, long max) {
    static ParameterJson of(Parameter p) {
      return new ParameterJson(p.name(), p.label(), p.unit(), p.defaultValue(), p.min(), p.max());
    }
  }

  private record ContenderJson(
      String name,
      String runtime,
      String strategy,
      String sentence,
      boolean available,
      @Nullable String reason,
      @Nullable String remedy) {
    static ContenderJson of(Contender contender) {
      return new ContenderJson(
          contender.name().toString(),
          contender.name().runtime(),
          contender.name().strategy(),
          contender.strategy().sentence(),
          contender.available(),
          contender.reason(),
          contender.remedy());
    }
  }

  /** Answers with workloads, contenders and limits. */
  public void show(Context ctx) {
    Json.answer(
        ctx,
        new Answer(
            Workload.executed().stream().map(WorkloadJson::of).toList(),
            catalog.get().contenders().stream().map(ContenderJson::of).toList(),
            Stream.of(Precision.values()).map(Precision::id).toList(),
            RequestCheck.MARGINS,
            RequestCheck.MAX_TASKS));
  }
}
