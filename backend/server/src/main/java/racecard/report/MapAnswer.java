package racecard.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import racecard.run.Run;

/** Says in one sentence which contender a choice map speaks for. */
record MapAnswer(Run run, List<ChoiceMap> maps) {

  /** Empty before a cell has a winner. */
  Optional<Answer> answer() {
    if (maps.size() == 1) {
      return of(maps.getFirst(), Names.of(run.contenders()));
    }
    return maps.stream()
        .flatMap(map -> of(map, new Names(false)).map(answer -> answer.on(map.runtime())).stream())
        .reduce(Answer::then);
  }

  private Optional<Answer> of(ChoiceMap map, Names names) {
    List<ChoiceMap.Square> won =
        map.squares().stream().filter(square -> square.leader() != null).toList();
    return won.stream()
        .flatMap(square -> square.unbeaten().stream())
        .distinct()
        .max(
            Comparator.comparingLong((String name) -> count(won, name))
                .thenComparingLong(name -> led(won, name)))
        .map(best -> of(best, won, names));
  }

  private Answer of(String best, List<ChoiceMap.Square> won, Names names) {
    long good = count(won, best);
    String subject = names.subject(best);
    String are = Names.verb(best);
    String sentence =
        good == won.size()
            ? "%s never beaten: %s, tied with the fastest or not told apart from it in the others."
                .formatted(are, alone(best, won))
            : "%s beaten in the fewest cells, %d of %d, by %s."
                .formatted(are, won.size() - good, won.size(), elsewhere(best, won, names));
    return new Answer(best, subject, whole(sentence, best, won), brief(won, names), false);
  }

  private static String whole(String sentence, String best, List<ChoiceMap.Square> won) {
    long clear = clear(best, won);
    if (clear == won.size()) {
      return "%s the fastest in all %d cells.".formatted(Names.verb(best), won.size());
    }
    return clear == 0 && count(won, best) == won.size()
        ? "%s never beaten and nowhere ahead: tied with the fastest, or not told apart, in all %d cells."
            .formatted(Names.verb(best), won.size())
        : sentence;
  }

  private static String alone(String best, List<ChoiceMap.Square> won) {
    return "ahead of all others in %d of %d cells".formatted(clear(best, won), won.size());
  }

  private static String elsewhere(String best, List<ChoiceMap.Square> won, Names names) {
    return counted(won.stream().filter(square -> !square.unbeaten(best)).toList(), names);
  }

  private static String brief(List<ChoiceMap.Square> won, Names names) {
    return "Map: %s".formatted(counted(won, names));
  }

  /** As {@code event-loop (3) and threads (1)}. */
  private static String counted(List<ChoiceMap.Square> squares, Names names) {
    Map<String, Long> led = new LinkedHashMap<>();
    squares.forEach(square -> led.merge(Objects.requireNonNull(square.leader()), 1L, Long::sum));
    return led.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(one -> "%s (%d)".formatted(names.label(one.getKey()), one.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static long count(List<ChoiceMap.Square> won, String name) {
    return won.stream().filter(square -> square.unbeaten(name)).count();
  }

  private static long led(List<ChoiceMap.Square> won, String name) {
    return won.stream().filter(square -> name.equals(square.leader())).count();
  }

  private static long clear(String name, List<ChoiceMap.Square> won) {
    return won.stream()
        .filter(square -> square.win() == ChoiceMap.Win.CLEAR && name.equals(square.leader()))
        .count();
  }
}
