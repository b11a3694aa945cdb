package io.rihla.functions.brain;

import io.rihla.functions.brain.retrieval.FaqIndexes;
import io.rihla.functions.experiments.Assignment;
import io.rihla.functions.experiments.Experiments;
import io.rihla.functions.prompts.Prompts;
import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.prompts.PromptSet;
import io.rihla.schemas.prompts.PromptType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Thinks with the agency's words as they are when a thought begins, and says on each answer which
 * they were: the version of the prompts in production, and the arms of experiments.
 */
public final class AgencyBrain implements Brain {
  /** Makes the brain that speaks with a voice. */
  @FunctionalInterface
  public interface Speakers {
    Brain speaking(Voice voice);
  }

  private final Prompts prompts;
  private final Experiments experiments;
  private final Speakers speakers;
  private final ZoneId zone;
  private final FaqIndexes indexes = new FaqIndexes();

  public AgencyBrain(Prompts prompts, Experiments experiments, Speakers speakers, ZoneId zone) {
    this.prompts = prompts;
    this.experiments = experiments;
    this.speakers = speakers;
    this.zone = zone;
  }

  @Override
  public Thought think(ThoughtRequest request) {
    PromptSet production = prompts.now();
    Arms arms = arms(request);
    Voice voice = voice(arms.in(production, request.language()), request);
    Thought thought = speakers.speaking(voice).think(request);
    return arms.on(thought, request, voice.used()).withPromptVersion(production.version());
  }

  /** The voice that would answer a request with these prompts. */
  public Voice rehearse(PromptSet set, ThoughtRequest request) {
    return voice(arms(request).in(set, request.language()), request);
  }

  private Arms arms(ThoughtRequest request) {
    return new Arms(
        experiments.running().stream()
            .map(running -> Assignment.of(running, request.customerKey()))
            .toList());
  }

  private Voice voice(PromptSet set, ThoughtRequest request) {
    LocalDate today = Instant.ofEpochMilli(request.askedAt()).atZone(zone).toLocalDate();
    return new Voice(set, indexes.of(set.text(PromptType.FAQ, request.language()), today));
  }
}
