package racecard.web.http;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON in and out: snake case, instants in ISO 8601, one object per request body. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();

  private Json() {}

  /** Answers with {@code body}, a record. */
  public static void answer(Context ctx, Object body) {
    ctx.header("Cache-Control", "no-store").contentType("application/json").result(write(body));
  }

  /** Answers with a refusal's problem. */
  public static void problem(Context ctx, Refusal refusal) {
    ctx.status(refusal.status())
        .contentType(Problem.CONTENT_TYPE)
        .result(write(Problem.of(refusal)));
  }

  /** Writes {@code body} in UTF-8. */
  public static byte[] write(Object body) {
    return MAPPER.writeValueAsBytes(body);
  }

  /** The object in the request's body; refuses anything else. An empty body is an empty object. */
  public static Map<String, Object> object(Context ctx) {
    byte[] body = Body.of(ctx);
    if (body.length == 0) {
      return Map.of();
    }
    try {
      Map<String, Object> object =
          MAPPER.readValue(body, new TypeReference<LinkedHashMap<String, Object>>() {});
      if (object == null) {
        throw Refusal.unreadable("The body is null; it must be a JSON object.");
      }
      return object;
    } catch (JacksonException notAnObject) {
      throw Refusal.unreadable(
          "The body is not a JSON object: " + notAnObject.getOriginalMessage());
    }
  }
}
