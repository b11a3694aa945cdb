package io.rihla.api.problem;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.webserver.http.ServerRequest;

/** The fields of a request's JSON object. */
public final class RequestFields {
  private RequestFields() {}

  public static FieldReader of(ServerRequest request) {
    return read(Body.of(request));
  }

  /** The same where the body may be left out. */
  public static FieldReader orNone(ServerRequest request) {
    byte[] body = Body.of(request);
    return read(body.length == 0 ? new byte[] {'{', '}'} : body);
  }

  private static FieldReader read(byte[] body) {
    JsonNode json = Json.read(body);
    if (!json.isObject()) {
      throw new ProblemException(Problem.badRequest("the body is no JSON object"));
    }
    return new FieldReader(json);
  }
}
