package racecard.web.http;

import java.util.List;
import java.util.OptionalLong;
import racecard.run.FieldError;

/** Ends a request with a status and a sentence that says what happened and what to do. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final transient List<FieldError> errors;
  private final long retryAfterS;

  private Refusal(int status, String sentence, List<FieldError> errors, long retryAfterS) {
    super(sentence, null, false, false);
    this.status = status;
    this.errors = List.copyOf(errors);
    this.retryAfterS = retryAfterS;
  }

  /** A refusal with an HTTP status of 400 to 599. */
  public static Refusal of(int status, String sentence) {
    return new Refusal(status, sentence, List.of(), 0);
  }

  /** A request that names something that is not there. */
  public static Refusal notFound(String sentence) {
    return of(404, sentence);
  }

  /** A request that cannot be read at all. */
  public static Refusal unreadable(String sentence) {
    return of(400, sentence);
  }

  /** A request with wrong fields, all of them named. */
  public static Refusal wrongFields(List<FieldError> errors) {
    String sentence =
        errors.size() == 1 ? "One field is wrong." : errors.size() + " fields are wrong.";
    return new Refusal(422, sentence, errors, 0);
  }

  /** A request that came too soon; it may be sent again after {@code seconds}. */
  public static Refusal tooSoon(String sentence, long seconds) {
    return new Refusal(429, sentence, List.of(), seconds);
  }

  /** A request for which there is no place now; it may be sent again after {@code seconds}. */
  public static Refusal busy(String sentence, long seconds) {
    return new Refusal(503, sentence, List.of(), seconds);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** What happened and what to do. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** The wrong fields; empty when fields were not the reason. */
  public List<FieldError> errors() {
    return errors;
  }

  /** Seconds after which the request may be sent again; empty when time does not help. */
  public OptionalLong retryAfterS() {
    return retryAfterS > 0 ? OptionalLong.of(retryAfterS) : OptionalLong.empty();
  }
}
