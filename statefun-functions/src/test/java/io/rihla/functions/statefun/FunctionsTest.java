package io.rihla.functions.statefun;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.functions.brain.Brain;
import io.rihla.functions.brain.TemplateBrain;
import io.rihla.functions.conversation.Conversation;
import io.rihla.functions.conversation.Rules;
import io.rihla.functions.intent.IntentRules;
import io.rihla.functions.packages.Catalog;
import io.rihla.functions.texts.Texts;
import io.rihla.schemas.commands.Assign;
import io.rihla.schemas.commands.ConversationCommand;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.functions.FunctionFailed;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.whatsapp.PhoneLearned;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.statefun.sdk.java.Address;
import org.apache.flink.statefun.sdk.java.message.Message;
import org.apache.flink.statefun.sdk.java.message.MessageBuilder;
import org.apache.flink.statefun.sdk.java.testing.TestContext;
import org.junit.jupiter.api.Test;

class FunctionsTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(Samples.NOW));
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final String OWNER = "c_fedcba9876543210fedcba98";
  private final Catalog catalog =
      Samples.catalog(Samples.travelPackage("UMR_MAR_2027_HEMAT", "2027-03-15", 9));
  private final ConversationFn conversation =
      new ConversationFn(
          new Conversation(
              Rules.standard(Duration.ZERO, JAKARTA),
              catalog,
              text -> Optional.empty(),
              IntentRules.standard()),
          CLOCK);

  @Test
  void aMessageLeadsToEventsInKafkaAndAQuestionToTheBrain() {
    TestContext context = conversationContext();
    conversation.apply(context, inbound()).join();
    assertThat(context.getSentEgressMessages()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(context.getSentMessages())
        .singleElement()
        .satisfies(
            sent -> assertThat(sent.message().targetAddress().type()).isEqualTo(Types.BRAIN));
    assertThat(context.storage().get(ConversationFn.STATE)).isPresent();
  }

  @Test
  void aThoughtThatIsAskedAgainIsNotPaidForAgain() {
    AtomicInteger calls = new AtomicInteger();
    Brain real = new TemplateBrain(catalog, Texts.standard(), "Amanah", JAKARTA);
    BrainFn brain =
        new BrainFn(
            request -> {
              calls.incrementAndGet();
              return real.think(request);
            },
            Runnable::run);
    TestContext context = TestContext.forTarget(new Address(Types.BRAIN, "t1"));
    brain.apply(context, question(context)).join();
    brain.apply(context, question(context)).join();
    assertThat(calls).hasValue(1);
    assertThat(context.getSentMessages()).hasSize(2);
  }

  @Test
  void aFunctionThatFailsLeavesADeadLetterAndTellsTheConversation() {
    List<String> failures = new ArrayList<>();
    Guard guard =
        new Guard(
            new BrainFn(
                request -> {
                  throw new IllegalStateException("no words");
                },
                Runnable::run),
            CLOCK,
            failures::add);
    TestContext context = TestContext.forTarget(new Address(Types.BRAIN, "t1"));
    assertThat(guard.apply(context, question(context))).isCompleted();
    assertThat(context.getSentEgressMessages()).hasSize(1);
    Message told = context.getSentMessages().getFirst().message();
    assertThat(told.targetAddress())
        .isEqualTo(new Address(Types.CONVERSATION, Samples.CUSTOMER.value()));
    FunctionFailed failed = told.as(Types.FUNCTION_FAILED);
    assertThat(failed.subject()).isEqualTo("t1");
    assertThat(failures).containsExactly("brain");
  }

  @Test
  void bytesThatAreNoMessageBecomeADeadLetter() {
    Guard guard = new Guard(conversation, CLOCK, name -> {});
    TestContext context = conversationContext();
    Message garbage =
        MessageBuilder.forAddress(context.self())
            .withCustomType(
                org.apache.flink.statefun.sdk.java.types.SimpleType.simpleTypeFrom(
                    Types.WHATSAPP_EVENT.typeName(), (String s) -> s.getBytes(), String::new),
                "garbage")
            .build();
    assertThat(guard.apply(context, garbage)).isCompleted();
    assertThat(context.getSentEgressMessages()).hasSize(1);
    assertThat(context.storage().get(ConversationFn.STATE)).isEmpty();
  }

  @Test
  void aLidHandsOverToItsPhoneAndForwardsWhatComesLater() {
    TestContext context = conversationContext();
    conversation.apply(context, learned()).join();
    assertThat(context.storage().get(ConversationFn.STATE)).isEmpty();
    conversation.apply(context, inbound()).join();
    conversation.apply(context, learned()).join();
    Message handed = context.getSentMessages().getLast().message();
    assertThat(handed.targetAddress()).isEqualTo(new Address(Types.CONVERSATION, OWNER));
    assertThat(handed.is(Types.ADOPT_CONVERSATION)).isTrue();
    int events = context.getSentEgressMessages().size();
    conversation.apply(context, claim("cmd_1", "ani")).join();
    assertThat(context.getSentEgressMessages()).hasSize(events);
    Message forwarded = context.getSentMessages().getLast().message();
    assertThat(forwarded.targetAddress().id()).isEqualTo(OWNER);
    assertThat(forwarded.as(Types.CONVERSATION_COMMAND).commandId()).isEqualTo("cmd_1");

    TestContext phone = TestContext.forTarget(new Address(Types.CONVERSATION, OWNER));
    conversation.apply(phone, handed).join();
    conversation.apply(phone, forwarded).join();
    assertThat(phone.storage().get(ConversationFn.STATE).orElseThrow().holder()).isEqualTo("ani");
  }

  @Test
  void whoWaitsForPeopleIsRemindedByATimer() {
    TestContext context = conversationContext();
    conversation.apply(context, inbound()).join();
    conversation.apply(context, claim("cmd_1", "ani")).join();
    assertThat(context.getSentDelayedMessages())
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.message().is(Types.PATIENCE_OVER)).isTrue();
              assertThat(sent.duration()).isEqualTo(Duration.ofMinutes(30));
            });
  }

  @Test
  void aCommandIsAnsweredInTheAuditAlsoWhenItIsRefused() {
    TestContext context = conversationContext();
    conversation.apply(context, inbound()).join();
    int before = context.getSentEgressMessages().size();
    conversation.apply(context, claim("cmd_1", "ani")).join();
    // assigned, answered, audit
    assertThat(context.getSentEgressMessages()).hasSize(before + 3);
    conversation.apply(context, claim("cmd_2", "budi")).join();
    assertThat(context.getSentEgressMessages()).hasSize(before + 5);
    assertThat(context.storage().get(ConversationFn.STATE).orElseThrow().holder()).isEqualTo("ani");
  }

  private static Message learned() {
    return MessageBuilder.forAddress(Types.CONVERSATION, Samples.CUSTOMER.value())
        .withCustomType(
            Types.WHATSAPP_EVENT,
            Samples.event("learned", false, Samples.NOW, new PhoneLearned("6281100000011", OWNER)))
        .build();
  }

  private static Message claim(String id, String who) {
    return MessageBuilder.forAddress(Types.CONVERSATION, Samples.CUSTOMER.value())
        .withCustomType(
            Types.CONVERSATION_COMMAND,
            new ConversationCommand(
                id,
                Samples.NOW,
                Samples.CUSTOMER.value(),
                "default",
                who,
                Role.SALES_ADMIN,
                null,
                new Assign(who, null, false)))
        .build();
  }

  private static TestContext conversationContext() {
    return TestContext.forTarget(new Address(Types.CONVERSATION, Samples.CUSTOMER.value()));
  }

  private static Message inbound() {
    return MessageBuilder.forAddress(Types.CONVERSATION, Samples.CUSTOMER.value())
        .withCustomType(Types.WHATSAPP_EVENT, Samples.says("m1", "UMR_MAR_2027_HEMAT", Samples.NOW))
        .build();
  }

  private Message question(TestContext context) {
    TestContext asking = conversationContext();
    conversation.apply(asking, inbound()).join();
    ThoughtRequest request =
        asking.getSentMessages().getFirst().message().as(Types.THOUGHT_REQUEST);
    return MessageBuilder.forAddress(context.self())
        .withCustomType(Types.THOUGHT_REQUEST, request)
        .build();
  }
}
