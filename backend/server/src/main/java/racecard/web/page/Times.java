package racecard.web.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import racecard.report.Figures;
import racecard.view.Moment;

/**
 * Points in time as pages show them, in the server's time zone.
 *
 * @param clock tells now and the zone
 */
public record Times(Clock clock) {
  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** As {@code 24 Nov 2026, 14:02}. */
  public Moment moment(Instant instant) {
    return new Moment(
        instant.truncatedTo(ChronoUnit.SECONDS).toString(), WHOLE.format(zoned(instant)));
  }

  /** As {@code 14:02} today, with the day else. */
  public String brief(Instant instant) {
    boolean today = zoned(instant).toLocalDate().equals(zoned(clock.instant()).toLocalDate());
    return (today ? TODAY : WHOLE).format(zoned(instant));
  }

  /** When something begins that waits for {@code seconds}, as {@code starts at about 14:05}. */
  public String starts(long seconds) {
    return seconds < 1
        ? "starts at once"
        : "starts at about " + brief(clock.instant().plusSeconds(seconds));
  }

  /** As {@code in about 3 min, at 14:05}; {@code at once} when nothing is ahead. */
  public String in(long seconds) {
    return seconds < 1
        ? "at once"
        : "in about %s, at %s"
            .formatted(Figures.span(seconds), brief(clock.instant().plusSeconds(seconds)));
  }

  /** Seconds from {@code instant} until now, never negative. */
  public long secondsSince(Instant instant) {
    return Math.max(0, Duration.between(instant, clock.instant()).toSeconds());
  }

  private ZonedDateTime zoned(Instant instant) {
    return instant.atZone(clock.getZone());
  }
}
