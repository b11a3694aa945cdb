package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** JSON and files over HTTP. */
final class Http {
  private Http() {}

  static ObjectNode body(ServerRequest request) {
    return request.content().hasEntity()
        ? Json.parse(request.content().as(byte[].class))
        : Json.object();
  }

  static void send(ServerResponse response, int status, Object body) {
    response
        .status(Status.create(status))
        .header(HeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
        .send(Json.bytes(body));
  }

  static void sendFile(ServerResponse response, String mimetype, byte[] bytes) {
    response
        .header(HeaderNames.CONTENT_TYPE, mimetype)
        .header(HeaderNames.create("X-Content-Type-Options"), "nosniff")
        .send(bytes);
  }

  static long number(Parameters query, String name, long standard) {
    if (!query.contains(name)) {
      return standard;
    }
    try {
      return Long.parseLong(query.get(name));
    } catch (NumberFormatException e) {
      throw new BadCall("%s is '%s': use a number".formatted(name, query.get(name)), e);
    }
  }
}
