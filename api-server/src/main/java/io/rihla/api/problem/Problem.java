package io.rihla.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error for the caller, after RFC 9457.
 *
 * @param type a urn that names the kind of problem
 * @param title the kind of problem in words
 * @param detail what is wrong here, and the remedy
 * @param errors the fields at fault, if any
 * @param holder who has the conversation that was asked for, if that is the problem
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    List<FieldFault> errors,
    @Nullable String holder) {

  public static Problem of(int status, String slug, String title, String detail) {
    return new Problem("urn:rihla:problem:" + slug, title, status, detail, List.of(), null);
  }

  /** The same, naming who holds the conversation. */
  public Problem heldBy(@Nullable String name) {
    return new Problem(type, title, status, detail, errors, name);
  }

  public static Problem badFields(List<FieldFault> errors) {
    String detail =
        String.join(
            "; ", errors.stream().map(error -> error.field() + " " + error.message()).toList());
    return new Problem("urn:rihla:problem:bad-field", "Bad request", 400, detail, errors, null);
  }

  public static Problem badRequest(String detail) {
    return of(400, "bad-request", "Bad request", detail);
  }

  public static Problem notFound(String detail) {
    return of(404, "not-found", "Not found", detail);
  }

  public static Problem unavailable(String detail) {
    return of(503, "unavailable", "Temporarily unavailable", detail);
  }
}
