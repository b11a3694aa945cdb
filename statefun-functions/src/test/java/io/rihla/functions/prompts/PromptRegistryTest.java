package io.rihla.functions.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.functions.prompts.PromptRegistry.Verdict;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.functions.PromptState;
import io.rihla.schemas.prompts.MoveLabel;
import io.rihla.schemas.prompts.PromptCommand;
import io.rihla.schemas.prompts.PromptLabel;
import io.rihla.schemas.prompts.PromptOrder;
import io.rihla.schemas.prompts.PromptSet;
import io.rihla.schemas.prompts.PromptType;
import io.rihla.schemas.prompts.PromptVersion;
import io.rihla.schemas.prompts.PutPrompt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptRegistryTest {
  private final List<PromptVersion> published = new ArrayList<>();
  private PromptState state = PromptRegistry.begin();
  private long now = Samples.NOW;
  private Verdict last;

  @Test
  void theFirstVersionTakesTheProductionLabelFromWhatWasShipped() {
    put("v1", "Be kind.", true);
    assertThat(accepted()).isTrue();
    assertThat(labels()).containsExactly("builtin-1 NONE", "v1 PRODUCTION");
    assertThat(text()).isEqualTo("Be kind.");
  }

  @Test
  void aVersionNeverChanges() {
    put("v1", "Be kind.", true);
    put("v1", "Be rude.", true);
    assertThat(last.action().outcome()).isEqualTo(AuditOutcome.REJECTED);
    assertThat(last.action().reason()).contains("v1").contains("choose another name");
    assertThat(last.changed()).isEmpty();
    assertThat(text()).isEqualTo("Be kind.");
  }

  @Test
  void theSameVersionWithTheSameContentIsTakenAgainAndChangesNothing() {
    put("v1", "Be kind.", true);
    put("v1", "Be kind.", true);
    assertThat(accepted()).isTrue();
    assertThat(last.changed()).isEmpty();
  }

  @Test
  void aStagedVersionLeavesProductionAlone() {
    put("v1", "Be kind.", true);
    put("v2", "Be short.", false);
    assertThat(text()).isEqualTo("Be kind.");
    assertThat(labels()).contains("v2 STAGING");
    assertThat(
            PromptSet.production(published).staging(published).text(PromptType.RULES, Language.ID))
        .isEqualTo("Be short.");
  }

  @Test
  void productionIsNeverStagedByPuttingItAgain() {
    put("v1", "Be kind.", true);
    put("v1", "Be kind.", false);
    assertThat(labels()).contains("v1 PRODUCTION");
  }

  @Test
  void aLabelMovesBackAndTheMomentOfTheMoveNamesBoth() {
    put("v1", "Be kind.", true);
    put("v2", "Be short.", true);
    move("v1", PromptLabel.PRODUCTION);
    assertThat(text()).isEqualTo("Be kind.");
    assertThat(version("v1").movedAt()).isEqualTo(version("v2").movedAt()).isEqualTo(now);
    assertThat(version("v1").movedBy()).isEqualTo("ani");
    assertThat(version("v1").author()).isEqualTo("ani");
  }

  @Test
  void whatWasShippedCanComeBackAndIsPublishedThen() {
    put("v1", "Be kind.", true);
    move("builtin-1", PromptLabel.PRODUCTION);
    assertThat(accepted()).isTrue();
    assertThat(text()).isEqualTo(PromptSet.builtin().text(PromptType.RULES, Language.ID));
    assertThat(labels()).containsExactly("builtin-1 PRODUCTION", "v1 NONE");
  }

  @Test
  void productionIsNeverLeftEmpty() {
    put("v1", "Be kind.", true);
    move("v1", PromptLabel.NONE);
    assertThat(last.action().reason()).contains("in production");
    move("v9", PromptLabel.PRODUCTION);
    assertThat(last.action().reason()).contains("no version v9");
  }

  @Test
  void aContentThatMayNotBeIsRefusedHereTooAndSaysWhy() {
    put("v1", "Say {discount}.", true);
    assertThat(last.action().reason()).contains("{discount}");
    put("a b", "Fine.", true);
    assertThat(last.action().reason()).contains("version");
  }

  @Test
  void theVersionOfTheWholeChangesWithEachChangeAndOnlyThen() {
    String before = PromptSet.production(published).version();
    assertThat(PromptSet.production(published).version()).isEqualTo(before);
    put("v1", "Be kind.", true);
    String after = PromptSet.production(published).version();
    assertThat(after).isNotEqualTo(before).matches("prompts-[0-9a-f]{8}");
    put("v2", "Be short.", false);
    assertThat(PromptSet.production(published).version()).isEqualTo(after);
    move("builtin-1", PromptLabel.PRODUCTION);
    assertThat(PromptSet.production(published).version()).isEqualTo(before);
  }

  @Test
  void betweenTheTwoRecordsOfAMoveTheVersionBeforeGoesOnToHold() {
    put("v1", "Be kind.", true);
    PromptSet first = PromptSet.production(published);
    put("v2", "Be short.", true);
    List<PromptVersion> half =
        published.stream().filter(one -> !one.version().equals("v2")).toList();
    assertThat(PromptSet.production(half, first).text(PromptType.RULES, Language.ID))
        .isEqualTo("Be kind.");
    assertThat(PromptSet.production(published, first).text(PromptType.RULES, Language.ID))
        .isEqualTo("Be short.");
  }

  @Test
  void ofTwoWhoReplaceTheSameVersionOneIsToldThatItIsGone() {
    put("v1", "One.", true);
    put("v2", "Two.", true);
    MoveLabel back = new MoveLabel("v1", Language.ID, PromptLabel.PRODUCTION, "v2");
    order(back);
    assertThat(accepted()).isTrue();
    order(back);
    assertThat(accepted()).isFalse();
    assertThat(last.action().reason()).contains("version v1 is in production, not v2");
    order(new PutPrompt("v3", Language.ID, "Three.", "Bu Ani", true, "v2"));
    assertThat(accepted()).isFalse();
    assertThat(text()).isEqualTo("One.");
    order(new PutPrompt("v3", Language.ID, "Three.", "Bu Ani", false, "v2"));
    assertThat(accepted()).as("a staged version takes nobody's place").isTrue();
    order(new PutPrompt("v4", Language.ID, "Four.", "Bu Ani", true, "v1"));
    assertThat(text()).isEqualTo("Four.");
  }

  private void put(String version, String content, boolean activate) {
    order(new PutPrompt(version, Language.ID, content, "Bu Ani", activate, null));
  }

  private void move(String version, PromptLabel label) {
    order(new MoveLabel(version, Language.ID, label, null));
  }

  private void order(PromptOrder order) {
    now += 1_000;
    last =
        PromptRegistry.decide(
            state,
            new PromptCommand(
                "cmd_" + now, now, "ani", Role.MARKETING_ADMIN, null, PromptType.RULES, order),
            now);
    state = last.state();
    for (PromptVersion changed : last.changed()) {
      published.removeIf(one -> PromptSet.key(one).equals(PromptSet.key(changed)));
      published.add(changed);
    }
  }

  private boolean accepted() {
    return last.action().outcome() == AuditOutcome.ACCEPTED;
  }

  private String text() {
    return PromptSet.production(published).text(PromptType.RULES, Language.ID);
  }

  private PromptVersion version(String name) {
    return published.stream().filter(one -> one.version().equals(name)).findFirst().orElseThrow();
  }

  private List<String> labels() {
    return published.stream().map(one -> one.version() + " " + one.label()).sorted().toList();
  }
}
