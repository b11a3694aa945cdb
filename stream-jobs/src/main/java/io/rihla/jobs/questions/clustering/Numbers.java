package io.rihla.jobs.questions.clustering;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Small numbers in few bytes: seven bits each, the eighth says that more follow. */
final class Numbers {
  private static final int BITS = 7;
  private static final int MORE = 0x80;

  private Numbers() {}

  static void write(long number, DataOutput out) throws IOException {
    long rest = number;
    while ((rest & ~(MORE - 1L)) != 0) {
      out.writeByte((int) (rest & (MORE - 1)) | MORE);
      rest >>>= BITS;
    }
    out.writeByte((int) rest);
  }

  static long read(DataInput in) throws IOException {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += BITS) {
      byte next = in.readByte();
      number |= (long) (next & (MORE - 1)) << shift;
      if ((next & MORE) == 0) {
        return number;
      }
    }
    throw new IOException("a number of more than 64 bits");
  }
}
