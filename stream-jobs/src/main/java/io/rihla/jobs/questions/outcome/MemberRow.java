package io.rihla.jobs.questions.outcome;

import io.rihla.jobs.questions.ClusteredQuestion;
import io.rihla.jobs.questions.asking.Question;
import io.rihla.jobs.sink.JsonRow;
import io.rihla.jobs.sink.TableRow;

/** A row of {@code question_members}; a later version corrects the earlier ones. */
public record MemberRow(
    ClusteredQuestion member, Outcome outcome, long version, int sourcePartition, long sourceOffset)
    implements TableRow {
  public static final String TABLE = "question_members";

  @Override
  public String key() {
    return member.question().customerKey() + '\n' + member.question().questionId();
  }

  @Override
  public byte[] json() {
    Question question = member.question();
    return new JsonRow()
        .text("question_id", question.questionId())
        .text("customer_key", question.customerKey())
        .text("conversation_id", question.conversationId())
        .number("journey", question.journey())
        .text("cluster_id", member.clusterId())
        .text("text", question.text())
        .number("asked_at", question.askedAt())
        .text("language", question.language())
        .text("intent", question.intent())
        .text("topic", question.topic())
        .text("thought_id", question.thoughtId())
        .number("answered", outcome.answered() ? 1 : 0)
        .number("escalated", outcome.escalated() ? 1 : 0)
        .number("asked_again", outcome.askedAgain() ? 1 : 0)
        .number("success", outcome.success() ? 1 : 0)
        .number("version", version)
        .number("source_partition", sourcePartition)
        .number("source_offset", sourceOffset)
        .bytes();
  }
}
