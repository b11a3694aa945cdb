package io.rihla.api.leads;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.commands.ConversationCommands;
import io.rihla.api.commands.ConversationKeys;
import io.rihla.api.lid.Customers;
import io.rihla.api.problem.Json;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.problem.RequestFields;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.Csv;
import io.rihla.api.store.PageCursor;
import io.rihla.api.store.Paged;
import io.rihla.api.store.StoreUnavailable;
import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.commands.ConversationOrder;
import io.rihla.schemas.commands.PutLead;
import io.rihla.schemas.conversation.Outcome;
import io.rihla.schemas.identity.CustomerKey;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /api/marketing/leads}: put, listed, and what became of them. */
public final class LeadRoutes implements HttpService {
  private static final Pattern ID = Pattern.compile("lead_([0-9a-f]{16})-\\d{1,9}");
  private static final String SESSION = "default";

  private final LeadStore store;
  private final Customers customers;
  private final ConversationKeys keys;
  private final ConversationCommands commands;

  public LeadRoutes(
      ClickHouse clickHouse,
      Customers customers,
      ConversationKeys keys,
      ConversationCommands commands) {
    this.store = new LeadStore(clickHouse);
    this.customers = customers;
    this.keys = keys;
    this.commands = commands;
  }

  /** A page of the list. */
  record PageAnswer(List<Lead> leads, @Nullable String nextCursor) {}

  /** The lead that was put, paid or closed. */
  record LeadAnswer(String leadId, String conversationId) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/", this::list)
        .post("/", this::put)
        .post("/{id}/payments", this::pay)
        .post("/{id}/refunds", this::refund)
        .post("/{id}/cancel", (request, response) -> close(request, response, Outcome.CANCELLED))
        .post("/{id}/lost", (request, response) -> close(request, response, Outcome.LOST));
  }

  private void list(ServerRequest request, ServerResponse response) {
    Paged.Request filter =
        LeadFilter.of(
            name -> request.query().first(name).asOptional().filter(text -> !text.isBlank()));
    try {
      if (Csv.isWanted(request)) {
        Csv.send(response, "leads.csv", Csv.write(store.export(filter), Lead.NONE));
        return;
      }
      Paged.Page<Lead> page = store.list(filter);
      String next = page.next().map(PageCursor::text).orElse(null);
      Json.send(response, Status.OK_200, new PageAnswer(page.rows(), next));
    } catch (StoreUnavailable e) {
      throw e.asProblem();
    }
  }

  private void put(ServerRequest request, ServerResponse response) {
    PutLead lead = LeadForms.lead(RequestFields.of(request));
    CustomerKey customer = customers.ofPhone(lead.phone());
    AdminAction action =
        commands.carryOut(request, new ConversationKeys.Target(customer.value(), SESSION), lead);
    Json.send(response, Status.OK_200, new LeadAnswer(action.target(), customer.conversationId()));
  }

  private void pay(ServerRequest request, ServerResponse response) {
    String id = id(request);
    carryOut(request, response, LeadForms.payment(RequestFields.of(request), id), id);
  }

  private void refund(ServerRequest request, ServerResponse response) {
    String id = id(request);
    carryOut(request, response, LeadForms.refund(RequestFields.of(request), id), id);
  }

  private void close(ServerRequest request, ServerResponse response, Outcome outcome) {
    String id = id(request);
    carryOut(request, response, LeadForms.close(RequestFields.of(request), outcome, id), id);
  }

  private void carryOut(
      ServerRequest request, ServerResponse response, ConversationOrder order, String id) {
    String conversation = conversation(id);
    var unused = commands.carryOut(request, keys.find(conversation), order);
    Json.send(response, Status.OK_200, new LeadAnswer(id, conversation));
  }

  private static String id(ServerRequest request) {
    String id = request.path().pathParameters().get("id");
    if (!ID.matcher(id).matches()) {
      throw new ProblemException(Problem.notFound("there is no lead " + id));
    }
    return id;
  }

  /** A lead's id tells whose it is. */
  private static String conversation(String leadId) {
    Matcher matcher = ID.matcher(leadId);
    return matcher.matches() ? "conv_" + matcher.group(1) : leadId;
  }
}
