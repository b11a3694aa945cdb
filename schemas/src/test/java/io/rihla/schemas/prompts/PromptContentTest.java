package io.rihla.schemas.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.schemas.conversation.TopicOfQuestion;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PromptContentTest {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  @ParameterizedTest
  @EnumSource(PromptType.class)
  void whatIsShippedPassesTheRulesOfItsType(PromptType type) {
    assertThat(BuiltinPrompts.all()).anyMatch(one -> one.promptType() == type);
    BuiltinPrompts.all().stream()
        .filter(one -> one.promptType() == type)
        .forEach(one -> assertThat(PromptContent.faults(type, one.content())).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"id\":\"a\",\"questions\":{\"id\":[\"q\"]},\"answer\":{\"id\":\"x\"},\"valid_from\":\"soon\"}]|[0].valid_from",
        "[{\"id\":\"a\",\"questions\":{\"id\":[\"q\"]},\"answer\":{\"id\":\"x\"},\"valid_from\":\"2027-02-02\",\"valid_until\":\"2027-02-01\"}]|[0].valid_until",
        "[{\"id\":\"a\",\"questions\":{\"en\":[\"q\"]},\"answer\":{\"id\":\"x\"}}]|[0].questions.id",
        "[{\"id\":\"a\",\"questions\":{\"id\":[\"q\"]},\"answer\":{\"en\":\"x\"}}]|[0].answer.id",
        "[{\"id\":\"a\",\"topic\":\"MOON\",\"questions\":{\"id\":[\"q\"]},\"answer\":{\"id\":\"x\"}}]|[0].topic",
        "[{\"id\":\"a\",\"questions\":{\"id\":[\"q\"]},\"answer\":{\"id\":\"x\"}},{\"id\":\"a\",\"questions\":{\"id\":[\"q\"]},\"answer\":{\"id\":\"x\"}}]|[1].id",
        "[{\"id\":\"a\",\"questions\":{\"id\":[\"q\"]},\"answer\":{\"id\":\"x {company}\"}}]|[0].answer.id",
        "[{\"id\":\"a\",\"question\":{},\"questions\":{\"id\":[\"q\"]},\"answer\":{\"id\":\"x\"}}]|[0].question",
        "{}|entries",
        "{\"entries\":[{}]}|entries[0].id",
        "{\"entries\":[],\"dismissed\":[\"Q 1\"]}|dismissed",
        "{\"entries\":[],\"ignored\":[]}|ignored",
        "{\"entries\":[{\"id\":\"a\",\"questions\":{\"id\":[\"q\"]},\"answer\":{\"id\":\"x\"}}],\"dismissed\":[\"a\"]}|dismissed",
        "7|''",
      })
  void aFaultOfAnEntryIsToldWithItsPlace(String content, String place) {
    assertThat(FaqContent.parse(content).faults()).extracting(ContentFault::place).contains(place);
  }

  @Test
  void whatWasDismissedIsReadBesideTheEntries() {
    String entry = "{\"id\":\"a\",\"questions\":{\"id\":[\"q\"]},\"answer\":{\"id\":\"x\"}}";
    FaqContent both =
        FaqContent.parse("{\"entries\":[%s],\"dismissed\":[\"q_1\",\"q_2\"]}".formatted(entry));
    assertThat(both.faults()).isEmpty();
    assertThat(both.dismissed()).containsExactlyInAnyOrder("q_1", "q_2");
    assertThat(both.entries()).isEqualTo(FaqContent.parse("[%s]".formatted(entry)).entries());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"confidence_threshold\":2}|confidence_threshold",
        "{\"topics\":[\"MOON\"]}|topics",
        "{\"words\":\"refund\"}|words",
        "{\"hours\":{\"montag\":[\"08:00-17:00\"]}}|hours.montag",
        "{\"hours\":{\"monday\":[\"17:00-08:00\"]}}|hours.monday",
        "{\"hours\":{}}|hours",
        "{\"word\":[]}|word",
      })
  void aFaultOfATriggerIsToldWithItsPlace(String content, String place) {
    assertThat(EscalationTriggers.parse(content).faults())
        .extracting(ContentFault::place)
        .contains(place);
  }

  @ParameterizedTest
  @CsvSource({
    // 2026-12-01 is a Tuesday; Jakarta is seven hours ahead
    "2026-12-01T00:59:59Z,false",
    "2026-12-01T01:00:00Z,true",
    "2026-12-01T04:59:59Z,true",
    "2026-12-01T05:30:00Z,false",
    "2026-12-01T06:00:00Z,true",
    "2026-12-01T16:59:59Z,true",
    "2026-12-01T17:00:00Z,false",
    "2026-12-02T03:00:00Z,false"
  })
  void hoursOfDutyAreThoseOfTheAgency(String moment, boolean there) {
    EscalationTriggers triggers =
        parsed("{\"hours\":{\"tuesday\":[\"08:00-12:00\",\"13:00-24:00\"]}}");
    assertThat(triggers.onDuty(Instant.parse(moment), JAKARTA)).isEqualTo(there);
  }

  @Test
  void triggerWordsAreWholeWordsInAnyCase() {
    EscalationTriggers triggers =
        parsed("{\"words\":[\"Refund\",\"lapor polisi\"],\"topics\":[\"visa\"]}");
    assertThat(triggers.wordIn("mau REFUND dong")).contains("refund");
    assertThat(triggers.wordIn("saya lapor, polisi!")).contains("lapor polisi");
    assertThat(triggers.wordIn("refundable tidak?")).isEmpty();
    assertThat(triggers.topics()).containsExactly(TopicOfQuestion.VISA);
    assertThat(triggers.onDuty(Instant.EPOCH, JAKARTA)).isTrue();
  }

  private static EscalationTriggers parsed(String content) {
    EscalationTriggers.Parsed parsed = EscalationTriggers.parse(content);
    assertThat(parsed.faults()).isEmpty();
    return parsed.triggers();
  }
}
