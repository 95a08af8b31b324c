package racecard.runner;

/**
 * What a child says of what executes it.
 *
 * @param runtime {@code jvm}, {@code cpython}, …
 * @param version the runtime's own
 * @param factsJson an object of texts, numbers and booleans for people
 */
public record RuntimeFacts(String runtime, String version, String factsJson) {}
