/**
 * A small HTTP/1.1 client: one prepared request, one incremental reader of responses, shared by
 * blocking and non-blocking sockets.
 *
 * <p>Never resolves a name, follows no redirect, and keeps no body: it is folded into a number as
 * it arrives.
 */
@NullMarked
package racecard.jvm.http;

import org.jspecify.annotations.NullMarked;
