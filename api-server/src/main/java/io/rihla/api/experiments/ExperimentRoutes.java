package io.rihla.api.experiments;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.commands.DeskCommands;
import io.rihla.api.problem.Json;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.problem.RequestFields;
import io.rihla.api.security.AccessTable;
import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.desk.DeskOrder;
import io.rihla.schemas.desk.DeskSubject;
import io.rihla.schemas.desk.Experiment;
import io.rihla.schemas.desk.ExperimentStatus;
import io.rihla.schemas.desk.PutExperiment;
import io.rihla.schemas.desk.SwitchExperiment;
import io.rihla.schemas.topics.CompactedTopicView;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code /api/experiments}: put while they do not run, started and stopped. */
public final class ExperimentRoutes implements HttpService {
  private static final Duration VIEW_PATIENCE = Duration.ofSeconds(2);

  private final CompactedTopicView<Experiment> view;
  private final DeskCommands commands;

  public ExperimentRoutes(CompactedTopicView<Experiment> view, DeskCommands commands) {
    this.view = view;
    this.commands = commands;
  }

  /** All of them, by name. */
  record ListAnswer(List<ExperimentView> experiments) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/", this::list)
        .get("/{name}", this::get)
        .put("/{name}", this::put)
        .post("/{name}/start", this::start)
        .post("/{name}/stop", this::stop);
  }

  private void list(ServerRequest request, ServerResponse response) {
    requireComplete();
    Json.send(
        response,
        Status.OK_200,
        new ListAnswer(
            view.all().stream()
                .sorted(Comparator.comparing(Experiment::name))
                .map(ExperimentView::of)
                .toList()));
  }

  private void get(ServerRequest request, ServerResponse response) {
    Json.send(response, Status.OK_200, ExperimentView.of(find(name(request))));
  }

  private void put(ServerRequest request, ServerResponse response) {
    requireComplete();
    Experiment wanted = ExperimentForm.read(RequestFields.of(request), name(request));
    boolean isNew = view.get(wanted.name()).isEmpty();
    Experiment stored = carryOut(request, wanted, new PutExperiment(wanted));
    Json.send(response, isNew ? Status.CREATED_201 : Status.OK_200, ExperimentView.of(stored));
  }

  private void start(ServerRequest request, ServerResponse response) {
    Experiment wanted = find(name(request));
    Optional<String> rival = Rivals.of(wanted, view.all());
    if (rival.isPresent()) {
      throw new ProblemException(Problem.of(409, "rejected", "Conflict", rival.get()));
    }
    Experiment started = carryOut(request, wanted, new SwitchExperiment(ExperimentStatus.RUNNING));
    if (wanted.status() != ExperimentStatus.RUNNING) {
      giveWay(request, started);
    }
    Json.send(response, Status.OK_200, ExperimentView.of(started));
  }

  /**
   * Two servers may start rivals at the same moment. Each looks again when its own start is in the
   * topic: whoever comes later sees the other and stops, and when both see each other both do.
   */
  private void giveWay(ServerRequest request, Experiment started) {
    boolean present = started.status() == ExperimentStatus.RUNNING && awaitPresent();
    Optional<String> rival = Rivals.of(started, view.all());
    if (present && rival.isEmpty()) {
      return;
    }
    var unused = carryOut(request, started, new SwitchExperiment(ExperimentStatus.STOPPED));
    throw new ProblemException(
        rival
            .map(
                reason ->
                    Problem.of(
                        409,
                        "rejected",
                        "Conflict",
                        reason
                            + "; it was started at the same moment, so this one was stopped again"))
            .orElseGet(
                () ->
                    Problem.unavailable(
                        "the experiments cannot be read: it was stopped again, try in a moment")));
  }

  private boolean awaitPresent() {
    try {
      return view.awaitPresent(VIEW_PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void stop(ServerRequest request, ServerResponse response) {
    Experiment stored =
        carryOut(request, find(name(request)), new SwitchExperiment(ExperimentStatus.STOPPED));
    Json.send(response, Status.OK_200, ExperimentView.of(stored));
  }

  /** Sends the order and waits until the topic, which follows the audit by a moment, has it. */
  private Experiment carryOut(ServerRequest request, Experiment wanted, DeskOrder order) {
    AdminAction action =
        commands.carryOut(
            request, DeskSubject.experiment(wanted.name()), AccessTable.PROMPT_WRITERS, order);
    int version = Optional.ofNullable(action.version()).orElse(0);
    try {
      var unused = view.await(wanted.name(), value -> value.version() >= version, VIEW_PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return view.get(wanted.name()).orElse(wanted);
  }

  private Experiment find(String name) {
    requireComplete();
    return view.get(name)
        .orElseThrow(
            () -> new ProblemException(Problem.notFound("there is no experiment " + name)));
  }

  private void requireComplete() {
    if (!view.isComplete()) {
      throw new ProblemException(
          Problem.unavailable("the experiments are still being read: try again in a moment"));
    }
  }

  private static String name(ServerRequest request) {
    return request.path().pathParameters().get("name");
  }
}
