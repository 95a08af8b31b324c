package racecard.report;

import static racecard.report.Figures.count;
import static racecard.report.Figures.megabytes;
import static racecard.report.Figures.percent;
import static racecard.report.Figures.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import racecard.sample.Findings;
import racecard.sample.Profile;

/**
 * What a profile says of one contender.
 *
 * @param looked what it rests on, as {@code JFR every 10 ms, 12 rounds in 2.1 s}; empty for nothing
 * @param sentences measured figures stand between asterisks
 * @param functions where its time went, most first; none where too few looks found it at work
 */
public record Inside(String looked, List<String> sentences, List<Share> functions) {
  private static final int FUNCTIONS = 8;
  private static final int FEWEST_SAMPLES = 10;
  private static final double MUCH = 0.05;
  private static final double LATE_NS = 1e6;
  private static final double ALLOCATED_BYTES = 1e6;

  /** Copies the lists. */
  public Inside {
    sentences = List.copyOf(sentences);
    functions = List.copyOf(functions);
  }

  /**
   * A function and the share of looks that found it at work.
   *
   * @param share 0 to 1
   */
  public record Share(String name, double share) {}

  /** What is known of {@code contender}; empty where nobody looked. */
  public static Optional<Inside> of(ContenderResult contender) {
    Profile profile = contender.profile();
    return profile == null ? Optional.empty() : Optional.of(of(profile.findings(), contender));
  }

  private static Inside of(Findings found, ContenderResult contender) {
    return new Inside(
        looked(found),
        new Sentences(found, contender).all(),
        found.functions().stream()
            .limit(found.samples() < FEWEST_SAMPLES ? 0 : FUNCTIONS)
            .map(one -> new Share(one.name(), (double) one.count() / Math.max(1, found.samples())))
            .toList());
  }

  private static String looked(Findings found) {
    if (found.rounds() == 0) {
      return "";
    }
    String rounds =
        "%s %s in %s"
            .formatted(
                count(found.rounds()),
                found.rounds() == 1 ? "round" : "rounds",
                time((double) found.wallNs()));
    return found.profiler().isEmpty()
        ? rounds
        : "%s every %s, %s".formatted(found.profiler(), time((double) found.intervalNs()), rounds);
  }

  /** Says it, what matters most first. */
  private record Sentences(Findings found, ContenderResult contender) {
    List<String> all() {
      List<String> sentences = new ArrayList<>();
      if (!found.missing().isEmpty()) {
        sentences.add("Not looked into: %s".formatted(plain(found.missing())));
      }
      found.events().stream().flatMap(event -> sentence(event).stream()).forEach(sentences::add);
      allocated().ifPresent(sentences::add);
      Optional.ofNullable(found.memory()).map(Sentences::memory).ifPresent(sentences::add);
      if (!found.profiler().isEmpty() && Grounds.inProcesses(contender)) {
        sentences.add(
            "Its tasks execute in processes of their own, which this does not look into: it shows who hands them out.");
      }
      return sentences;
    }

    private Optional<String> sentence(Findings.Event event) {
      return switch (event.kind()) {
        case "gc_pause" -> happened(event, "The garbage collector paused it %s");
        case "lock_wait" -> happened(event, "Threads waited %s for each other's monitors");
        case "pinned" -> pinned(event);
        case "compilation" -> compilation(event);
        case "interpreter_wait" ->
            late(event, "A thread that asked for the interpreter got it %s after it was due");
        case "loop_lag" -> late(event, "The main thread's loop came to its timers %s late");
        default -> happened(event, plain(event.kind()).replace("%", "%%") + " %s");
      };
    }

    /** As {@code The garbage collector paused it 3 times, 4.1 ms together and 2 ms at longest.} */
    private static Optional<String> happened(Findings.Event event, String sentence) {
      return event.count() == 0
          ? Optional.empty()
          : Optional.of(
              "%s, *%s* together and %s at longest%s."
                  .formatted(
                      sentence.formatted(times(event.count())),
                      time((double) event.totalNs()),
                      time((double) event.longestNs()),
                      example(event)));
    }

    private Optional<String> pinned(Findings.Event event) {
      if (event.count() > 0) {
        return happened(event, "Virtual threads waited %s and kept their carrier");
      }
      return Grounds.name(contender).strategy().equals("virtual-threads")
          ? Optional.of("No virtual thread kept its carrier while it waited.")
          : Optional.empty();
    }

    /** Only where it still takes a share of the time: children are warm when they are looked at. */
    private Optional<String> compilation(Findings.Event event) {
      return event.totalNs() < MUCH * found.wallNs()
          ? Optional.empty()
          : happened(event, "The compiler still compiled %s");
    }

    private static Optional<String> late(Findings.Event event, String sentence) {
      if (event.count() == 0) {
        return Optional.empty();
      }
      double meanNs = (double) event.totalNs() / event.count();
      String often = "*%s*".formatted(time(meanNs));
      String said = sentence.formatted(often) + " on average";
      return Optional.of(
          meanNs < LATE_NS
              ? said + "."
              : "%s and %s at longest%s."
                  .formatted(said, time((double) event.longestNs()), example(event)));
    }

    private Optional<String> allocated() {
      Long bytes = found.allocatedBytes();
      double each = bytes == null ? 0 : (double) bytes / Math.max(1, found.rounds());
      return each < ALLOCATED_BYTES
          ? Optional.empty()
          : Optional.of("It allocated *%s* a round.".formatted(megabytes(each)));
    }

    private static String memory(Findings.Memory memory) {
      if (memory.processes() == 1) {
        return "It took *%s* of memory at most.".formatted(megabytes((double) memory.pssBytes()));
      }
      double shared = 1 - (double) memory.pssBytes() / Math.max(1, memory.rssBytes());
      return "Its *%s* processes took *%s* of memory together at most (PSS): %s of what they count one by one (%s, RSS) is shared."
          .formatted(
              count(memory.processes()),
              megabytes((double) memory.pssBytes()),
              percent(Math.max(0, shared)),
              megabytes((double) memory.rssBytes()));
    }

    private static String times(long count) {
      return count == 1 ? "*once*" : "*%s* times".formatted(count(count));
    }

    private static String example(Findings.Event event) {
      String example = event.example();
      return example == null ? "" : " (%s)".formatted(plain(example));
    }

    /** Words of a child, without what would be read as the mark of a figure. */
    private static String plain(String words) {
      return words.replace('*', '∗').strip();
    }
  }
}
