package racecard.catalog;

/**
 * One URL of the user's, resolved when the request was checked, so that a name cannot point
 * elsewhere later.
 *
 * @param address a literal IP address
 * @param host what the Host header says
 * @param path path and query
 */
public record Target(String address, int port, String host, String path) {}
