package racecard.web.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.HttpStatus;
import java.util.List;
import racecard.run.FieldError;

/**
 * A refusal as {@code application/problem+json} (RFC 9457).
 *
 * @param errors every wrong field; left out when fields were not the reason
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

  /** The media type. */
  public static final String CONTENT_TYPE = "application/problem+json";

  /** The problem that {@code refusal} is. */
  public static Problem of(Refusal refusal) {
    return new Problem(
        "about:blank",
        HttpStatus.forStatus(refusal.status()).getMessage(),
        refusal.status(),
        refusal.sentence(),
        refusal.errors());
  }
}
