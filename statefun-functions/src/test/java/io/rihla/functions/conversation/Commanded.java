package io.rihla.functions.conversation;

import static io.rihla.functions.Samples.NOW;
import static io.rihla.functions.Samples.says;
import static io.rihla.functions.Samples.travelPackage;
import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.commands.*;
import io.rihla.schemas.conversation.*;
import java.time.Duration;

/** A conversation that people give orders to. */
abstract class Commanded {
  static final String HEMAT = "UMR_MAR_2027_HEMAT";
  static final String PHONE = "6281100000011";

  private int commands;

  static Story story() {
    return new Story(Duration.ZERO, Samples.catalog(travelPackage(HEMAT, "2027-03-15", 20)));
  }

  static Story conversation() {
    return story().hears(says("m1", HEMAT, NOW)).brainAnswers().wahaAccepts();
  }

  AdminAction order(Story story, String actor, ConversationOrder order) {
    return order(story, "cmd_" + ++commands, actor, Role.SALES_ADMIN, order);
  }

  static AdminAction order(
      Story story, String id, String actor, Role role, ConversationOrder order) {
    story.take(
        new Stimulus.Commanded(
            new ConversationCommand(
                id, NOW, Samples.CUSTOMER.value(), "default", actor, role, null, order)));
    return story.effects(Effect.Answer.class).getLast().action();
  }

  AdminAction claim(Story story, String who) {
    return order(story, who, new Assign(who, null, false));
  }

  static void accepted(AdminAction action) {
    assertThat(action.outcome()).as(action.reason()).isEqualTo(AuditOutcome.ACCEPTED);
  }

  static void refused(AdminAction action, String because) {
    assertThat(action.outcome()).isEqualTo(AuditOutcome.REJECTED);
    assertThat(action.reason()).contains(because);
  }
}
