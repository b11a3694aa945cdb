package io.rihla.launcher.waha;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * An append-only file of one JSON object a line. A line is with the operating system when {@link
 * #append} returns; a half-written last line is cut off when the file is read.
 */
final class JsonLines<T> implements AutoCloseable {
  private final Path path;
  private final Class<T> type;
  private final FileChannel channel;

  JsonLines(Path path, Class<T> type) throws IOException {
    this.path = path;
    this.type = type;
    channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw new IOException(path + " is in use: stop the other simulator or use another folder");
    }
  }

  void read(Consumer<T> each) throws IOException {
    // through the same channel: closing a second one would give up the lock
    ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (content.hasRemaining() && channel.read(content) >= 0) {}
    byte[] all = Arrays.copyOf(content.array(), content.position());
    int start = 0;
    for (int end = 0; end < all.length; end++) {
      if (all[end] == '\n') {
        each.accept(Json.read(Json.parse(Arrays.copyOfRange(all, start, end)), type));
        start = end + 1;
      }
    }
    channel.truncate(start);
    channel.position(start);
  }

  void append(T value) {
    byte[] json = Json.bytes(value);
    ByteBuffer line = ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
    try {
      while (line.hasRemaining()) {
        channel.write(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path + ": is the disk full?", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + path, e);
    }
  }
}
