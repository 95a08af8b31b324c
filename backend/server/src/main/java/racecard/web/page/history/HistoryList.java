package racecard.web.page.history;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Workload;
import racecard.report.Figures;
import racecard.run.FieldError;
import racecard.run.RunFilter;
import racecard.run.RunOrder;
import racecard.run.RunPage;
import racecard.run.RunState;
import racecard.view.Frame;
import racecard.view.History;
import racecard.view.Option;
import racecard.web.http.Form;
import racecard.web.http.ListQuery;
import racecard.web.http.Refusal;
import racecard.web.http.Rooms;
import racecard.web.page.Frames;
import racecard.web.page.Html;
import racecard.web.page.Lines;
import racecard.web.page.Times;

/** {@code /runs}: the runs there were; filter, order and place are all in the address. */
public final class HistoryList {
  private static final int PART = 25;
  private static final List<String> FILTERS = List.of("q", "workload", "state", "contender");
  private static final String SORT = "sort";
  private static final String AFTER = "after";
  private static final String BEFORE = "before";

  private final Rooms rooms;
  private final Frames frames;
  private final Lines lines;

  /** Lists the runs of {@code rooms}. */
  public HistoryList(Rooms rooms, Frames frames) {
    this.rooms = rooms;
    this.frames = frames;
    this.lines = new Lines(rooms.reports(), new Times(rooms.clock()));
  }

  /** A part of the list; an address that asks for what cannot be is refused, not half obeyed. */
  public void show(Context ctx) {
    Form query = Form.asked(ctx);
    List<FieldError> errors = new ArrayList<>();
    RunFilter filter = ListQuery.filter(query, errors);
    RunOrder order = order(query, errors);
    if (!errors.isEmpty()) {
      throw Refusal.wrongFields(errors);
    }
    Frame frame = frames.of(ctx, Frame.Place.HISTORY, "History");
    Html.show(ctx, Html.TEMPLATES.runIndex(view(frame, asked(query), filter, order)));
  }

  private static RunOrder order(Form query, List<FieldError> errors) {
    Optional<RunOrder> order = RunOrder.find(query.text(SORT));
    if (query.has(SORT) && order.isEmpty()) {
      errors.add(
          new FieldError(SORT, ListQuery.oneOf(Stream.of(RunOrder.values()).map(RunOrder::id))));
    }
    return order.orElse(RunOrder.NEWEST);
  }

  /** The fields of the address that this page knows, without empty ones. */
  private static Form asked(Form query) {
    Form known = Form.EMPTY;
    for (String field : FILTERS) {
      known = known.with(field, query.text(field).strip());
    }
    return known
        .with(SORT, query.text(SORT))
        .with(AFTER, query.text(AFTER))
        .with(BEFORE, query.text(BEFORE));
  }

  private History view(Frame frame, Form query, RunFilter filter, RunOrder order) {
    RunPage part = part(query, filter, order);
    boolean filtered = FILTERS.stream().anyMatch(query::has);
    return new History(
        frame,
        query.text("q"),
        options("any workload", Stream.of(Workload.values()).map(Workload::id), query, "workload"),
        options("any state", Stream.of(RunState.values()).map(RunState::id), query, "state"),
        options("any contender", contenders(query), query, "contender"),
        orders(order),
        lines.of(part.runs()),
        summary(filter, filtered),
        filtered,
        words(query),
        href(query, BEFORE, part.previous()),
        href(query, AFTER, part.next()));
  }

  private RunPage part(Form query, RunFilter filter, RunOrder order) {
    return query.has(BEFORE)
        ? rooms.list().listBefore(filter, order, PART, query.text(BEFORE))
        : rooms.list().list(filter, order, PART, query.maybe(AFTER));
  }

  private String summary(RunFilter filter, boolean filtered) {
    long all = rooms.list().count(RunFilter.ALL);
    String runs = all == 1 ? "1 run" : Figures.count(all) + " runs";
    return filtered ? Figures.count(rooms.list().count(filter)) + " of " + runs : runs;
  }

  private Stream<String> contenders(Form query) {
    Stream<String> known =
        rooms.catalog().get().contenders().stream().map(contender -> contender.name().toString());
    return Stream.concat(known, Stream.of(query.text("contender")))
        .filter(name -> !name.isEmpty())
        .distinct();
  }

  private static List<Option> options(String any, Stream<String> names, Form query, String field) {
    String chosen = query.text(field);
    return Stream.concat(
            Stream.of(new Option("", any, chosen.isEmpty())),
            names.map(name -> new Option(name, name, name.equals(chosen))))
        .toList();
  }

  private static List<Option> orders(RunOrder chosen) {
    return Stream.of(RunOrder.values())
        .map(order -> new Option(order.id(), text(order), order == chosen))
        .toList();
  }

  private static String text(RunOrder order) {
    return switch (order) {
      case NEWEST -> "newest first";
      case OLDEST -> "oldest first";
      case LABEL -> "by label";
      case WORKLOAD -> "by workload";
    };
  }

  private static String words(Form query) {
    List<String> words = new ArrayList<>();
    for (String field : List.of("workload", "state", "contender")) {
      if (query.has(field)) {
        words.add(field + ":" + query.text(field));
      }
    }
    words.add(query.text("q"));
    return String.join(" ", words).strip();
  }

  private static @Nullable String href(Form query, String field, Optional<String> place) {
    return place
        .map(at -> "/runs" + query.with(AFTER, "").with(BEFORE, "").with(field, at).query())
        .orElse(null);
  }
}
