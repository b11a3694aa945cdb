package io.rihla.functions.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.functions.brain.AgencyBrain;
import io.rihla.functions.brain.Voice;
import io.rihla.functions.brain.llm.PromptPreview;
import io.rihla.functions.prompts.Prompts;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.prompts.PromptLabel;
import io.rihla.schemas.prompts.PromptSet;
import io.rihla.schemas.prompts.PromptType;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * {@code POST /prompts/preview}, for the api alone: composes a prompt with the very code that
 * composes those of thoughts. Like {@code /statefun} it is not for the world outside.
 */
public final class PreviewRoute implements HttpService {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Prompts prompts;
  private final AgencyBrain brain;
  private final PromptPreview preview;
  private final InstantSource clock;

  public PreviewRoute(
      Prompts prompts, AgencyBrain brain, PromptPreview preview, InstantSource clock) {
    this.prompts = prompts;
    this.brain = brain;
    this.preview = preview;
    this.clock = clock;
  }

  /** A version that was used. */
  record Section(PromptType promptType, Language language, String version) {}

  /** The composed prompt. */
  record Answer(String promptVersion, String system, String customer, List<Section> sections) {}

  @Override
  public void routing(HttpRules rules) {
    rules.post("/preview", this::compose);
  }

  private void compose(ServerRequest request, ServerResponse response) throws IOException {
    try {
      PreviewRequest wanted =
          JSON.readValue(request.content().as(byte[].class), PreviewRequest.class);
      send(response, Status.OK_200, answer(wanted));
    } catch (JsonProcessingException e) {
      send(response, Status.BAD_REQUEST_400, Map.of("detail", e.getOriginalMessage()));
    }
  }

  private Answer answer(PreviewRequest wanted) {
    PromptSet set = wanted.staging() ? prompts.staged() : prompts.now();
    for (PreviewRequest.Draft draft :
        Objects.requireNonNullElse(wanted.drafts(), List.<PreviewRequest.Draft>of())) {
      Language language = Objects.requireNonNullElse(draft.language(), Language.ID);
      set =
          set.with(
              set.get(draft.promptType(), language)
                  .withContent(draft.content())
                  .withVersion("draft")
                  .withLabel(PromptLabel.NONE));
    }
    ThoughtRequest request = wanted.thought(clock.millis());
    Voice voice = brain.rehearse(set, request);
    PromptPreview.Composed composed = preview.of(voice, request);
    return new Answer(
        set.version(),
        composed.system(),
        composed.customer(),
        Stream.of(PromptType.values())
            .filter(voice.used()::contains)
            .map(type -> voice.prompts().get(type, wanted.spoken()))
            .map(one -> new Section(one.promptType(), one.language(), one.version()))
            .toList());
  }

  private static void send(ServerResponse response, Status status, Object answer)
      throws IOException {
    response
        .status(status)
        .header(HeaderNames.CONTENT_TYPE, "application/json")
        .send(JSON.writeValueAsBytes(answer));
  }
}
