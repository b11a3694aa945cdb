package io.rihla.api.problem;

import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The exact bytes of a request, refused before anything reads them when they are too many. */
public final class Body {
  public static final int LIMIT = 5 << 20;

  private Body() {}

  public static byte[] of(ServerRequest request) {
    if (request.headers().contentLength().orElse(0) > LIMIT) {
      throw tooLarge();
    }
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream in = request.content().inputStream()) {
      byte[] bytes = in.readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        throw tooLarge();
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProblemException tooLarge() {
    return new ProblemException(
        Problem.of(413, "too-large", "Content too large", "a body may have up to 5 MiB"));
  }
}
