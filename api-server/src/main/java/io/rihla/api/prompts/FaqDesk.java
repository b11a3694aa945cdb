package io.rihla.api.prompts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.ServerRequest;
import io.rihla.api.commands.AnsweredCommands;
import io.rihla.api.problem.FieldFault;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.prompts.FaqContent;
import io.rihla.schemas.prompts.FaqEntry;
import io.rihla.schemas.prompts.PromptContent;
import io.rihla.schemas.prompts.PromptLabel;
import io.rihla.schemas.prompts.PromptType;
import io.rihla.schemas.prompts.PromptVersion;
import io.rihla.schemas.prompts.PutPrompt;
import io.rihla.schemas.topics.CompactedTopicView;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/** Makes the next FAQ from the one in production, one change after the other. */
public final class FaqDesk {
  private final PromptShelf shelf;
  private final PromptCommands commands;

  /** Two changes at once would each begin with the same FAQ, and the later drop the earlier. */
  private final ReentrantLock turn = new ReentrantLock();

  public FaqDesk(CompactedTopicView<PromptVersion> view, AnsweredCommands commands, Clock clock) {
    this.shelf = new PromptShelf(view);
    this.commands = new PromptCommands(commands, clock);
  }

  /** How the next version is named, for whom it is sent, and whether it holds at once. */
  public record Naming(String version, String updatedBy, boolean activate) {}

  /** Ids that have an entry in production. */
  public Set<String> answered() {
    return faq(production()).entries().stream().map(FaqEntry::id).collect(Collectors.toSet());
  }

  /** Ids that shall have none. */
  public Set<String> dismissed() {
    return faq(production()).dismissed();
  }

  /** Adds an entry. Sent again with the same version, it is taken again. */
  public PromptView answer(ServerRequest request, Naming naming, ObjectNode entry) {
    String id = entry.path("id").asText();
    return inTurn(
        () -> {
          PromptVersion before = production();
          if (!answered().contains(id)) {
            return put(request, naming, before, new NextFaq(before.content()).answering(entry));
          }
          if (before.version().equals(naming.version())) {
            return PromptView.of(before);
          }
          throw conflict(
              "%s has an entry in version %s: change that one with PUT /api/ai/prompts"
                  .formatted(id, before.version()));
        });
  }

  /** Remembers that an id needs no entry; once is enough. */
  public PromptView dismiss(ServerRequest request, Naming naming, String id) {
    return inTurn(
        () -> {
          PromptVersion before = production();
          if (dismissed().contains(id)) {
            return PromptView.of(before);
          }
          if (answered().contains(id)) {
            throw conflict(
                "%s has an entry in version %s: there is nothing to dismiss"
                    .formatted(id, before.version()));
          }
          return put(request, naming, before, new NextFaq(before.content()).dismissing(id));
        });
  }

  private PromptView put(ServerRequest request, Naming naming, PromptVersion before, NextFaq next) {
    String content = next.content();
    List<FieldFault> faults =
        PromptContent.faults(PromptType.FAQ, content).stream()
            .map(fault -> new FieldFault("faq" + fault.place(), fault.message()))
            .toList();
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.badFields(faults));
    }
    PutPrompt order =
        new PutPrompt(
            naming.version(),
            Language.ID,
            content,
            naming.updatedBy(),
            naming.activate(),
            before.version());
    commands.carryOut(request, PromptType.FAQ, order);
    PromptForms.Put put = new PromptForms.Put(PromptType.FAQ, order);
    return PromptView.of(
        shelf.stored(
            put.version(),
            one -> one.label() == PromptLabel.PRODUCTION || one.label() == put.version().label()));
  }

  private interface Change {
    PromptView make();
  }

  private PromptView inTurn(Change change) {
    turn.lock();
    try {
      shelf.requireComplete();
      return change.make();
    } finally {
      turn.unlock();
    }
  }

  private PromptVersion production() {
    return shelf.production().get(PromptType.FAQ, Language.ID);
  }

  private static FaqContent faq(PromptVersion version) {
    return FaqContent.parse(version.content());
  }

  private static ProblemException conflict(String detail) {
    return new ProblemException(Problem.of(409, "rejected", "Conflict", detail));
  }
}
