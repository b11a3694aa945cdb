package io.rihla.api.relay;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which records of each partition are still in work. What may be committed is the offset of the
 * oldest of them, however far others are. Safe for use by many threads.
 */
final class OffsetLedger {
  private final Map<Integer, Book> books = new HashMap<>();
  private long generation;

  private static final class Book {
    final long generation;
    final TreeSet<Long> open = new TreeSet<>();
    long next;
    long committed;

    Book(long generation, long next) {
      this.generation = generation;
      this.next = next;
      this.committed = next;
    }
  }

  /** A partition is ours from an offset on. */
  synchronized void begin(int partition, long offset) {
    generation++;
    books.put(partition, new Book(generation, offset));
  }

  /** A partition is not ours any more: what is in work of it does not count. */
  synchronized void end(int partition) {
    books.remove(partition);
  }

  /**
   * Notes a record as in work and tells the turn of its partition; negative when it is not ours.
   */
  synchronized long open(int partition, long offset) {
    Book book = books.get(partition);
    if (book == null) {
      return -1;
    }
    book.open.add(offset);
    book.next = offset + 1;
    return book.generation;
  }

  synchronized void close(int partition, long offset, long turn) {
    if (isCurrent(partition, turn)) {
      Book book = books.get(partition);
      if (book != null) {
        book.open.remove(offset);
      }
    }
  }

  synchronized boolean isCurrent(int partition, long turn) {
    Book book = books.get(partition);
    return book != null && book.generation == turn;
  }

  synchronized int openCount() {
    return books.values().stream().mapToInt(book -> book.open.size()).sum();
  }

  /** The offsets to commit that have not been yet; {@link #committed} notes that they were. */
  synchronized Map<Integer, Long> due() {
    Map<Integer, Long> due = new HashMap<>();
    books.forEach(
        (partition, book) -> {
          long upTo = book.open.isEmpty() ? book.next : book.open.first();
          if (upTo > book.committed) {
            due.put(partition, upTo);
          }
        });
    return due;
  }

  synchronized void committed(Map<Integer, Long> offsets) {
    offsets.forEach(
        (partition, offset) -> {
          Book book = books.get(partition);
          if (book != null) {
            book.committed = offset;
          }
        });
  }
}
