package racecard.run;

/**
 * One wrong field of a request.
 *
 * @param field its path as the API names it, as in {@code params.exponent}
 * @param message what it must be
 */
public record FieldError(String field, String message) {}
