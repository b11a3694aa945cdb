package io.rihla.api.problem;

import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every error leaves as a problem document; nobody outside sees a stack trace. */
public final class ProblemFeature {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemFeature.class);

  private ProblemFeature() {}

  public static void install(HttpRouting.Builder routing) {
    routing
        .error(ProblemException.class, (request, response, e) -> Json.send(response, e.problem()))
        .error(HttpException.class, (request, response, e) -> known(response, e))
        .error(RequestException.class, (request, response, e) -> bad(response))
        .error(Throwable.class, ProblemFeature::unknown);
  }

  private static void known(ServerResponse response, HttpException e) {
    int status = e.status().code();
    Problem problem =
        switch (status) {
          case 404 -> Problem.notFound("there is nothing at this address");
          case 413 ->
              Problem.of(413, "too-large", "Content too large", "a body may have up to 5 MiB");
          case 405 -> Problem.of(405, "method", "Method not allowed", "use another method");
          default ->
              status < 500
                  ? Problem.of(
                      status, "bad-request", e.status().reasonPhrase(), "the request is malformed")
                  : Problem.of(status, "internal", "Internal error", "see the log of the api");
        };
    Json.send(response, problem);
  }

  private static void bad(ServerResponse response) {
    Json.send(response, Problem.badRequest("the request is malformed"));
  }

  private static void unknown(ServerRequest request, ServerResponse response, Throwable e) {
    if (e instanceof CloseConnectionException close) {
      throw close;
    }
    LOG.error("{} {} failed", request.prologue().method(), request.path().path(), e);
    Json.send(
        response, Problem.of(500, "internal", "Internal error", "the cause is in the api's log"));
  }
}
