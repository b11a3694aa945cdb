package io.rihla.api.dropoffs;

import static io.rihla.api.listing.Column.number;
import static io.rihla.api.listing.Column.text;
import static io.rihla.api.listing.Column.time;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.analytics.AnalyticsParts;
import io.rihla.api.listing.Listing;
import io.rihla.api.listing.Lists;
import io.rihla.api.store.ListParameters;
import io.rihla.api.store.Where;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** {@code /api/marketing/drop-offs}: who fell silent, and whom to write to again. */
public final class DropOffRoutes implements HttpService {
  private static final Set<String> PHASES = Set.of("LEADS", "INTEREST", "BOOKING");
  private static final Set<String> STATES = Set.of("SILENT", "RETURNED", "MOVED", "CLOSED");

  private static final Listing DROP_OFFS =
      new Listing(
          "drop_offs",
          "-dropped_at",
          """
          SELECT
              customer_key, conversation_id, journey, toString(phase) AS phase, silent_since,
              dropped_at, ended_at, if(ended_at IS NULL, 'SILENT', toString(ended_by)) AS state,
              returned_at, toString(last_topic) AS last_topic, last_confidence,
              toString(last_package) AS last_package,
              concat(customer_key, '/', toString(journey), '/', phase, '/', toString(silent_since)) AS row_key
          FROM (SELECT * FROM drop_offs FINAL)
          WHERE {where}
          """,
          List.of(
              text("customer_key"),
              text("conversation_id"),
              number("journey"),
              text("phase"),
              text("state"),
              time("silent_since"),
              time("dropped_at"),
              time("ended_at"),
              time("returned_at"),
              text("last_topic"),
              number("last_confidence"),
              text("last_package")));

  private static final Listing FOLLOW_UPS =
      new Listing(
          "follow_ups",
          "-dropped_at",
          """
          SELECT
              customer_key, conversation_id, journey, phase, silent_since, dropped_at, last_topic,
              last_confidence, last_package, ball,
              concat(customer_key, '/', toString(journey), '/', phase) AS row_key
          FROM follow_ups
          WHERE {where}
          """,
          List.of(
              text("customer_key"),
              text("conversation_id"),
              number("journey"),
              text("phase"),
              time("silent_since"),
              time("dropped_at"),
              text("last_topic"),
              number("last_confidence"),
              text("last_package"),
              text("ball")));

  private final AnalyticsParts parts;
  private final Lists lists;

  public DropOffRoutes(AnalyticsParts parts, Lists lists) {
    this.parts = parts;
    this.lists = lists;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::list).get("/follow-ups", this::followUps);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Where where =
        parts
            .scope(request)
            .timesOf("dropped_at")
            .and(common(AnalyticsParts.parameters(request)))
            .and(
                AnalyticsParts.parameters(request)
                    .apply("state")
                    .map(text -> ListParameters.oneOf("state", text, STATES)),
                "state = ?");
    lists.sendPeople(request, response, DROP_OFFS, where);
  }

  /** Whoever is silent now, however long ago that began. */
  private void followUps(ServerRequest request, ServerResponse response) {
    lists.sendPeople(request, response, FOLLOW_UPS, common(AnalyticsParts.parameters(request)));
  }

  private static Where common(Function<String, Optional<String>> parameter) {
    return new Where()
        .and(
            parameter.apply("phase").map(text -> ListParameters.oneOf("phase", text, PHASES)),
            "phase = ?")
        .and(
            parameter.apply("package").map(text -> text.toUpperCase(Locale.ROOT)),
            "last_package = ?")
        .and(parameter.apply("topic"), "last_topic = ?")
        .and(
            parameter.apply("campaign").map(text -> text.toUpperCase(Locale.ROOT)),
            "(customer_key, journey) IN (SELECT customer_key, journey FROM attributed_journeys WHERE campaign = ?)");
  }
}
