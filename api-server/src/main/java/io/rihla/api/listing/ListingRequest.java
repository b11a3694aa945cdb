package io.rihla.api.listing;

import io.helidon.webserver.http.ServerRequest;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.store.Csv;
import io.rihla.api.store.ListParameters;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How a list is asked for. */
record ListingRequest(Column sort, boolean descending, Optional<ListingCursor> after, int limit) {
  private static final int STANDARD_LIMIT = 50;
  private static final int MOST = 200;

  static ListingRequest of(Listing listing, Function<String, Optional<String>> parameter) {
    String text = parameter.apply("sort").orElse(listing.standardSort());
    boolean descending = text.startsWith("-");
    String name = descending ? text.substring(1) : text;
    if (!listing.sortable().contains(name)) {
      throw ProblemException.badField(
          "sort",
          "must be one of %s, with a minus in front for descending"
              .formatted(String.join(", ", listing.sortable())));
    }
    Optional<ListingCursor> after = parameter.apply("cursor").map(ListingCursor::parse);
    if (after.filter(cursor -> !cursor.sort().equals(text)).isPresent()) {
      throw ProblemException.badField("cursor", "belongs to another sort: begin at the first page");
    }
    return new ListingRequest(
        listing.column(name),
        descending,
        after,
        parameter
            .apply("limit")
            .map(number -> ListParameters.limit(number, MOST))
            .orElse(STANDARD_LIMIT));
  }

  String sortText() {
    return (descending ? "-" : "") + sort.name();
  }

  /** Whether a spreadsheet is asked for: by {@code format=csv} or by the Accept header. */
  static boolean wantsCsv(ServerRequest request) {
    Optional<String> format =
        request
            .query()
            .first("format")
            .asOptional()
            .filter(text -> !text.isBlank())
            .map(text -> ListParameters.oneOf("format", text, Set.of("CSV", "JSON")));
    return format.map("CSV"::equals).orElseGet(() -> Csv.isWanted(request));
  }
}
