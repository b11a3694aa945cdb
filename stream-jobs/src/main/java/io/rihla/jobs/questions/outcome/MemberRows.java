package io.rihla.jobs.questions.outcome;

import io.rihla.jobs.questions.ClusteredQuestion;

/** Rows of one question, one after the other. */
final class MemberRows {
  private MemberRows() {}

  static MemberRow first(ClusteredQuestion member, Position position) {
    return row(member, new Outcome(false, false, false), position);
  }

  static MemberRow with(MemberRow row, Outcome outcome, Position position) {
    return row(row.member(), outcome, position);
  }

  private static MemberRow row(ClusteredQuestion member, Outcome outcome, Position position) {
    return new MemberRow(
        member, outcome, position.version(), position.partition(), position.offset());
  }
}
