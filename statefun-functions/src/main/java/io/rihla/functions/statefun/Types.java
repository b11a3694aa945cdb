package io.rihla.functions.statefun;

import io.rihla.schemas.codec.AvroMessage;
import io.rihla.schemas.codec.Codec;
import io.rihla.schemas.functions.AdoptConversation;
import io.rihla.schemas.functions.CancelReply;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.DeliveryReport;
import io.rihla.schemas.functions.DeliveryState;
import io.rihla.schemas.functions.DeskState;
import io.rihla.schemas.functions.FunctionFailed;
import io.rihla.schemas.functions.NextStep;
import io.rihla.schemas.functions.PatienceOver;
import io.rihla.schemas.functions.PromptState;
import io.rihla.schemas.functions.QuietWindowOver;
import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.topics.StatefunModule;
import io.rihla.schemas.topics.Topic;
import io.rihla.schemas.topics.Topics;
import org.apache.flink.statefun.sdk.java.TypeName;
import org.apache.flink.statefun.sdk.java.io.KafkaEgressMessage;
import org.apache.flink.statefun.sdk.java.message.EgressMessage;
import org.apache.flink.statefun.sdk.java.types.SimpleType;
import org.apache.flink.statefun.sdk.java.types.Type;

/** The names and types of functions and their messages. */
final class Types {
  static final TypeName CONVERSATION = function("conversation");
  static final TypeName BRAIN = function("brain");
  static final TypeName DELIVERY = function("delivery");
  static final TypeName PACKAGE = function("package");
  static final TypeName DESK = function("desk");
  static final TypeName PROMPT = function("prompt");
  static final TypeName EGRESS = TypeName.typeNameFromString(StatefunModule.EGRESS);

  static final Type<io.rihla.schemas.whatsapp.WhatsAppEvent> WHATSAPP_EVENT =
      topic(Topics.WHATSAPP_INBOUND);
  static final Type<io.rihla.schemas.commands.ConversationCommand> CONVERSATION_COMMAND =
      topic(Topics.CONVERSATION_COMMANDS);
  static final Type<io.rihla.schemas.outbound.OutboundReply> OUTBOUND_REPLY =
      topic(Topics.WHATSAPP_OUTBOUND);
  static final Type<io.rihla.schemas.catalog.PackageCommand> PACKAGE_COMMAND =
      topic(Topics.PACKAGE_COMMANDS);
  static final Type<io.rihla.schemas.desk.DeskCommand> DESK_COMMAND = topic(Topics.DESK_COMMANDS);
  static final Type<io.rihla.schemas.catalog.TravelPackage> TRAVEL_PACKAGE = topic(Topics.CATALOG);

  static final Type<io.rihla.schemas.prompts.PromptCommand> PROMPT_COMMAND =
      topic(Topics.PROMPT_COMMANDS);

  static final Type<ThoughtRequest> THOUGHT_REQUEST = internal(ThoughtRequest.class);
  static final Type<Thought> THOUGHT = internal(Thought.class);
  static final Type<QuietWindowOver> QUIET_WINDOW_OVER = internal(QuietWindowOver.class);
  static final Type<PatienceOver> PATIENCE_OVER = internal(PatienceOver.class);
  static final Type<AdoptConversation> ADOPT_CONVERSATION = internal(AdoptConversation.class);
  static final Type<CancelReply> CANCEL_REPLY = internal(CancelReply.class);
  static final Type<NextStep> NEXT_STEP = internal(NextStep.class);
  static final Type<DeliveryReport> DELIVERY_REPORT = internal(DeliveryReport.class);
  static final Type<FunctionFailed> FUNCTION_FAILED = internal(FunctionFailed.class);
  static final Type<ConversationState> CONVERSATION_STATE = internal(ConversationState.class);
  static final Type<PromptState> PROMPT_STATE = internal(PromptState.class);
  static final Type<DeliveryState> DELIVERY_STATE = internal(DeliveryState.class);
  static final Type<DeskState> DESK_STATE = internal(DeskState.class);

  private Types() {}

  /** A record for a topic; the egress writes it in the transaction of the next checkpoint. */
  static <T extends AvroMessage> EgressMessage egress(Topic<T> topic, String key, T value) {
    return KafkaEgressMessage.forEgress(EGRESS)
        .withTopic(topic.name())
        .withUtf8Key(key)
        .withValue(topic.codec().encode(value))
        .build();
  }

  private static TypeName function(String name) {
    return TypeName.typeNameOf(StatefunModule.NAMESPACE, name);
  }

  private static <T extends AvroMessage> Type<T> topic(Topic<T> topic) {
    return type(StatefunModule.typeName(topic), topic.codec());
  }

  private static <T extends AvroMessage> Type<T> internal(Class<T> message) {
    return type(StatefunModule.TYPES + "/functions." + message.getSimpleName(), Codec.of(message));
  }

  private static <T extends AvroMessage> Type<T> type(String name, Codec<T> codec) {
    return SimpleType.simpleImmutableTypeFrom(
        TypeName.typeNameFromString(name), codec::encode, codec::decode);
  }
}
