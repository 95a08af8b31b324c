package racecard.origin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One client's connection: the bytes of its request so far and of its answer still to be sent. */
final class Connection {
  private static final int MAX_HEAD_BYTES = 65_536;
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final SocketChannel channel;
  private final SelectionKey key;
  private byte[] head = new byte[256];
  private int headLength;
  private @Nullable ByteBuffer unsent;
  private boolean closeWhenSent;
  private boolean waiting;

  Connection(SocketChannel channel, SelectionKey key) {
    this.channel = channel;
    this.key = key;
  }

  /** Reads what has arrived; returns false when the client has closed. */
  boolean read(ByteBuffer buffer) throws IOException {
    int count = channel.read(buffer.clear());
    if (count < 0) {
      return false;
    }
    if (headLength + count > MAX_HEAD_BYTES) {
      throw new IOException("a request of more than 64 KiB");
    }
    if (headLength + count > head.length) {
      head = Arrays.copyOf(head, Math.max(2 * head.length, headLength + count));
    }
    buffer.flip().get(head, headLength, count);
    headLength += count;
    return true;
  }

  /**
   * The next whole request, taken off what was read; null while there is none, or the one before is
   * not answered.
   */
  @Nullable Request takeRequest() {
    if (waiting) {
      return null;
    }
    for (int i = 0; i + END_OF_HEAD.length <= headLength; i++) {
      int to = i + END_OF_HEAD.length;
      if (Arrays.equals(head, i, to, END_OF_HEAD, 0, END_OF_HEAD.length)) {
        Request request = Request.read(new String(head, 0, i, StandardCharsets.UTF_8));
        System.arraycopy(head, to, head, 0, headLength - to);
        headLength -= to;
        waiting = true;
        return request;
      }
    }
    return null;
  }

  /** Sends {@code answer} in one write; what the system does not take is kept until it does. */
  void send(ByteBuffer answer, boolean close) throws IOException {
    channel.write(answer);
    closeWhenSent = close;
    if (answer.hasRemaining()) {
      unsent = ByteBuffer.allocate(answer.remaining()).put(answer).flip();
      key.interestOps(SelectionKey.OP_WRITE);
    } else {
      sent();
    }
  }

  /** Goes on sending; returns whether the whole answer is out. */
  boolean sendRest() throws IOException {
    ByteBuffer rest = unsent;
    if (rest != null) {
      channel.write(rest);
      if (rest.hasRemaining()) {
        return false;
      }
      unsent = null;
      key.interestOps(SelectionKey.OP_READ);
      sent();
    }
    return true;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  void close() throws IOException {
    channel.close();
  }

  private void sent() throws IOException {
    waiting = false;
    if (closeWhenSent) {
      channel.shutdownOutput();
    }
  }
}
