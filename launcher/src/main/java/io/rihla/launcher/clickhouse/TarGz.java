package io.rihla.launcher.clickhouse;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Takes one file out of a gzipped tar archive. */
final class TarGz {
  private static final int BLOCK = 512;
  private static final int NAME_LENGTH = 100;
  private static final int SIZE_OFFSET = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int OCTAL = 8;

  private TarGz() {}

  static void extract(Path archive, String entry, Path target) throws IOException {
    try (InputStream in =
        new GZIPInputStream(
            new BufferedInputStream(Files.newInputStream(archive), 1 << 16), 1 << 16)) {
      while (true) {
        byte[] header = in.readNBytes(BLOCK);
        if (header.length < BLOCK || header[0] == 0) {
          throw new EOFException(entry + " is not in the archive");
        }
        long size = Long.parseLong(text(header, SIZE_OFFSET, SIZE_LENGTH), OCTAL);
        if (text(header, 0, NAME_LENGTH).equals(entry)) {
          try (OutputStream out = Files.newOutputStream(target)) {
            copy(in, out, size);
          }
          return;
        }
        in.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
      }
    }
  }

  private static void copy(InputStream in, OutputStream out, long size) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = size;
    while (left > 0) {
      int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        throw new EOFException("the archive ends too early");
      }
      out.write(buffer, 0, count);
      left -= count;
    }
  }

  private static String text(byte[] header, int offset, int length) {
    int end = offset;
    while (end < offset + length && header[end] != 0) {
      end++;
    }
    return new String(header, offset, end - offset, StandardCharsets.US_ASCII).strip();
  }
}
