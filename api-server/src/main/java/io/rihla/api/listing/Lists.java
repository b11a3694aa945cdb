package io.rihla.api.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.freshness.LastGood;
import io.rihla.api.problem.Json;
import io.rihla.api.security.Caller;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.Csv;
import io.rihla.api.store.StoreUnavailable;
import io.rihla.api.store.Where;
import java.util.ArrayList;
import java.util.List;

/** Answers for lists: a page as JSON, or all of it as CSV. */
public final class Lists {
  private final ListingStore store;
  private final People people;
  private final LastGood answers;

  public Lists(ClickHouse clickHouse, LastGood answers) {
    this.store = new ListingStore(clickHouse);
    this.people = new People(clickHouse);
    this.answers = answers;
  }

  public void send(ServerRequest request, ServerResponse response, Listing listing, Where where) {
    send(request, response, new Wanted(listing, where, false, answer -> {}));
  }

  /** A list with something about the whole beside it. */
  public void send(
      ServerRequest request,
      ServerResponse response,
      Listing listing,
      Where where,
      Addition addition) {
    send(request, response, new Wanted(listing, where, false, addition));
  }

  /** A list of customers: with phone, name and the address of the conversation. */
  public void sendPeople(
      ServerRequest request, ServerResponse response, Listing listing, Where where) {
    send(request, response, new Wanted(listing, where, true, answer -> {}));
  }

  /** Puts more into the answer than the rows. */
  @FunctionalInterface
  public interface Addition {
    void to(ObjectNode answer) throws StoreUnavailable;
  }

  private record Wanted(Listing listing, Where where, boolean withPeople, Addition addition) {}

  private void send(ServerRequest request, ServerResponse response, Wanted wanted) {
    Listing listing = wanted.listing();
    Caller caller = Caller.of(request);
    ListingRequest paging =
        ListingRequest.of(
            listing,
            name -> request.query().first(name).asOptional().filter(text -> !text.isBlank()));
    if (ListingRequest.wantsCsv(request)) {
      try {
        List<ObjectNode> rows = store.all(listing, wanted.where(), paging);
        finish(rows, wanted, caller);
        sendCsv(response, listing.name(), columns(listing, wanted.withPeople()), rows);
      } catch (StoreUnavailable e) {
        throw e.asProblem();
      }
      return;
    }
    answers.send(
        request,
        response,
        () -> {
          ListingStore.Page page = store.page(listing, wanted.where(), paging);
          finish(page.rows(), wanted, caller);
          ObjectNode answer = Json.object();
          wanted.addition().to(answer);
          answer.putArray(listing.name()).addAll(page.rows());
          answer.put("next_cursor", page.next().map(ListingCursor::text).orElse(null));
          return answer;
        });
  }

  private void finish(List<ObjectNode> rows, Wanted wanted, Caller caller) throws StoreUnavailable {
    for (Column column : wanted.listing().columns()) {
      if (column.kind() == Column.Kind.WORDS && !caller.seesPhones()) {
        rows.forEach(row -> row.put(column.name(), caller.text(row.path(column.name()).asText())));
      }
    }
    if (wanted.withPeople()) {
      people.addTo(rows, caller);
    }
  }

  private static List<String> columns(Listing listing, boolean withPeople) {
    List<String> columns = new ArrayList<>(listing.columns().stream().map(Column::name).toList());
    if (withPeople) {
      columns.addAll(People.COLUMNS);
    }
    return columns;
  }

  public static boolean wantsCsv(ServerRequest request) {
    return ListingRequest.wantsCsv(request);
  }

  public static void sendCsv(
      ServerResponse response, String name, List<String> columns, List<ObjectNode> rows) {
    Csv.send(response, name + ".csv", Csv.write(columns, rows));
  }
}
