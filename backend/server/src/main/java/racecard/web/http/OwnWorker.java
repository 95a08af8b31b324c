package racecard.web.http;

import java.util.function.BooleanSupplier;

/**
 * The worker of this process, as far as pages may bid it.
 *
 * @param host the host that it measures on
 * @param lookAgain makes it look for the runtimes of its host anew
 * @param looking whether it does, or will as soon as nothing is measured
 */
public record OwnWorker(String host, Runnable lookAgain, BooleanSupplier looking) {}
