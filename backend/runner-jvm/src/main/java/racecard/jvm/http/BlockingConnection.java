package racecard.jvm.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A task's connection, opened when needed and kept between its downloads; waiting blocks. */
public final class BlockingConnection implements AutoCloseable {
  private static final int BUFFER_BYTES = 8_192;

  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final int limitMs;
  private @Nullable Socket socket;
  private @Nullable InetSocketAddress address;

  /** A connection whose downloads may take {@code limitMs} milliseconds each. */
  public BlockingConnection(int limitMs) {
    this.limitMs = limitMs;
  }

  /** Downloads; returns the body as a number, as in {@link Response#value}. */
  public long get(Download download) throws IOException {
    long deadlineNs = System.nanoTime() + limitMs * 1_000_000L;
    try {
      Socket open = open(download.address());
      open.getOutputStream().write(download.request());
      Response response = read(open, deadlineNs);
      if (!response.keepAlive()) {
        close();
      }
      return response.value();
    } catch (SocketTimeoutException e) {
      throw new HttpError("no whole answer within " + limitMs + " ms from " + download);
    } catch (IOException e) {
      throw new IOException(download + ": " + e.getMessage(), e);
    }
  }

  private Socket open(InetSocketAddress wanted) throws IOException {
    Socket open = socket;
    if (open == null || !wanted.equals(address)) {
      close();
      open = new Socket();
      socket = open;
      address = wanted;
      open.setTcpNoDelay(true);
      open.connect(wanted, limitMs);
    }
    return open;
  }

  private Response read(Socket open, long deadlineNs) throws IOException {
    InputStream in = open.getInputStream();
    Response response = new Response();
    boolean complete = false;
    while (!complete) {
      open.setSoTimeout(millisecondsUntil(deadlineNs));
      int count = in.read(buffer);
      if (count < 0) {
        response.end();
        complete = true;
      } else {
        complete = response.accept(ByteBuffer.wrap(buffer, 0, count));
      }
    }
    return response;
  }

  private static int millisecondsUntil(long deadlineNs) throws SocketTimeoutException {
    long leftMs = (deadlineNs - System.nanoTime()) / 1_000_000;
    if (leftMs <= 0) {
      throw new SocketTimeoutException();
    }
    return (int) leftMs;
  }

  /** Closes the connection, if one is open. */
  @Override
  public void close() throws IOException {
    Socket open = socket;
    socket = null;
    if (open != null) {
      open.close();
    }
  }
}
