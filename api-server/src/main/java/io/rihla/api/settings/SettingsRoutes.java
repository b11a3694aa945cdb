package io.rihla.api.settings;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.commands.DeskCommands;
import io.rihla.api.problem.FieldReader;
import io.rihla.api.problem.Json;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.problem.RequestFields;
import io.rihla.api.reading.Phones;
import io.rihla.api.security.AccessTable;
import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.desk.DeskSettings;
import io.rihla.schemas.desk.DeskSubject;
import io.rihla.schemas.desk.PutSettings;
import io.rihla.schemas.desk.SettingsView;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** {@code /api/settings}: the desk's settings, the switch over all chats, and the ignore list. */
public final class SettingsRoutes implements HttpService {
  private static final Duration VIEW_PATIENCE = Duration.ofSeconds(2);

  private final SettingsView settings;
  private final DeskCommands commands;

  public SettingsRoutes(SettingsView settings, DeskCommands commands) {
    this.settings = settings;
    this.commands = commands;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/", this::get)
        .put("/", this::put)
        .put("/bot", this::bot)
        .put("/ignored/{phone}", this::ignore)
        .delete("/ignored/{phone}", this::heed);
  }

  private void get(ServerRequest request, ServerResponse response) {
    answer(response, current());
  }

  private void put(ServerRequest request, ServerResponse response) {
    FieldReader in = RequestFields.of(request);
    DeskSettings wanted = SettingsForm.read(in, current());
    change(request, response, unused -> wanted);
  }

  private void bot(ServerRequest request, ServerResponse response) {
    FieldReader in = RequestFields.of(request);
    boolean on = in.flag("on");
    in.check();
    change(request, response, current -> current.withBotOn(on));
  }

  private void ignore(ServerRequest request, ServerResponse response) {
    String phone = phone(request);
    change(
        request,
        response,
        current ->
            current.withIgnored(
                Stream.concat(current.ignored().stream(), Stream.of(phone)).distinct().toList()));
  }

  private void heed(ServerRequest request, ServerResponse response) {
    String phone = phone(request);
    change(
        request,
        response,
        current ->
            current.withIgnored(
                current.ignored().stream().filter(one -> !one.equals(phone)).toList()));
  }

  private void change(
      ServerRequest request, ServerResponse response, UnaryOperator<DeskSettings> change) {
    DeskSettings wanted = change.apply(current());
    AdminAction action =
        commands.carryOut(
            request, DeskSubject.SETTINGS, AccessTable.SETTINGS_WRITERS, new PutSettings(wanted));
    answer(response, stored(wanted, Optional.ofNullable(action.version())));
  }

  /** The view follows the audit by a moment. */
  private DeskSettings stored(DeskSettings wanted, Optional<Integer> version) {
    try {
      boolean there =
          settings.await(
              value -> value.version() >= version.orElse(value.version()), VIEW_PATIENCE);
      return there ? settings.get() : wanted;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return wanted;
    }
  }

  private DeskSettings current() {
    if (!settings.isComplete()) {
      throw new ProblemException(
          Problem.unavailable("the settings are still being read: try again in a moment"));
    }
    return settings.get();
  }

  private static void answer(ServerResponse response, DeskSettings settings) {
    response.header(HeaderNames.ETAG, "\"" + settings.version() + "\"");
    Json.send(response, Status.OK_200, SettingsAnswer.of(settings));
  }

  private static String phone(ServerRequest request) {
    return Phones.parse(request.path().pathParameters().get("phone"))
        .orElseThrow(
            () ->
                ProblemException.badField(
                    "phone", "is no phone number: write it like +6281234567890"));
  }
}
