package racecard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import racecard.queue.AttemptEnding;
import racecard.queue.Job;
import racecard.queue.JobState;
import racecard.queue.RunId;
import racecard.run.Run;
import racecard.run.RunFilter;
import racecard.run.RunOrder;
import racecard.run.RunPage;

/** What killed hammers said that the database had acknowledged, compared with what it still has. */
final class Acknowledged {
  private static final int ALL = 1_000_000;

  private final List<String> broken = new ArrayList<>();
  private final Set<String> submits = new HashSet<>();
  private final Set<String> samples = new HashSet<>();
  private final Set<Long> finished = new HashSet<>();
  private final Set<Long> cancelled = new HashSet<>();
  private final Set<String> claims = new HashSet<>();

  /** Reads one line of a hammer; lines must come in the order in which they were said. */
  void read(String line) {
    String[] word = line.split(" ", -1);
    switch (word[0]) {
      case "submitted" -> submits.add(word[1]);
      case "sampled" -> samples.add(word[1] + " " + word[2] + " " + word[3]);
      case "cancelled" -> cancelled.add(Long.valueOf(word[1]));
      case "claimed" -> {
        must(claims.add(word[1] + " " + word[2]), "the same fence twice: " + line);
        must(!finished.contains(Long.valueOf(word[1])), "claimed after its finish: " + line);
      }
      case "finished" ->
          must(finished.add(Long.valueOf(word[1])), "acknowledged as finished twice: " + line);
      case "given-back", "started", "drained" -> {}
      default -> broken.add("no such acknowledgement: " + line);
    }
  }

  /** How much was acknowledged, for a person to judge whether it was enough. */
  String count() {
    return "%d submits, %d samples, %d finishes, %d claims"
        .formatted(submits.size(), samples.size(), finished.size(), claims.size());
  }

  /** Compares with the database; everything found broken so far. */
  List<String> lost(Rooms rooms) {
    List<Run> runs = runs(rooms);
    Map<Long, Run> byId =
        runs.stream().collect(Collectors.toMap(run -> run.id().number(), Function.identity()));
    for (String submit : submits) {
      must(byId.containsKey(Long.valueOf(submit)), "lost the submit of run " + submit);
    }
    Set<String> kept = new HashSet<>();
    for (Run run : runs) {
      rooms
          .samples
          .of(run.id())
          .forEach(one -> kept.add(run.id().number() + " " + one.generation() + " " + one.seq()));
      jobs(rooms, run.id());
    }
    for (String sample : samples) {
      must(kept.contains(sample), "lost the sample " + sample);
    }
    return List.copyOf(broken);
  }

  /** After a drain: every job is final, and cancelled runs did not come back. */
  List<String> undone(Rooms rooms) {
    for (Run run : runs(rooms)) {
      must(run.state().isFinal(), "not final: run " + run.id().number());
    }
    return List.copyOf(broken);
  }

  private void jobs(Rooms rooms, RunId run) {
    for (Job job : rooms.jobs.ofRun(run)) {
      long id = job.id().number();
      must(!finished.contains(id) || job.state().isFinal(), "lost the finish of job " + id);
      boolean stopped = job.state() != JobState.QUEUED || !cancelled.contains(run.number());
      must(stopped, "lost the cancellation of run " + run.number());
    }
    long ends =
        rooms.jobs.attempts(run).stream()
            .filter(attempt ->
                attempt.ending() == AttemptEnding.DONE || attempt.ending() == AttemptEnding.FAILED)
            .count();
    must(ends <= 1, "finished twice: run " + run.number());
  }

  private static List<Run> runs(Rooms rooms) {
    RunPage all = rooms.list.list(RunFilter.ALL, RunOrder.OLDEST, ALL, null);
    return all.runs();
  }

  private void must(boolean holds, String otherwise) {
    if (!holds) {
      broken.add(otherwise);
    }
  }
}
