package io.rihla.schemas.topics;

import io.rihla.schemas.ads.AdsActivity;
import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.campaigns.Campaign;
import io.rihla.schemas.catalog.PackageCommand;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.codec.AvroMessage;
import io.rihla.schemas.commands.ConversationCommand;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.deadletters.DeadLetter;
import io.rihla.schemas.desk.DeskCommand;
import io.rihla.schemas.desk.DeskSettings;
import io.rihla.schemas.desk.Experiment;
import io.rihla.schemas.jamaah.JamaahRecord;
import io.rihla.schemas.outbound.OutboundReply;
import io.rihla.schemas.prompts.PromptCommand;
import io.rihla.schemas.prompts.PromptVersion;
import io.rihla.schemas.topics.Topic.Keeping;
import io.rihla.schemas.users.User;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.util.List;
import java.util.stream.Stream;

/** Every topic of Rihla, once. */
public final class Topics {
  public static final Topic<WhatsAppEvent> WHATSAPP_INBOUND =
      new Topic<>("whatsapp.inbound", WhatsAppEvent.class, Keeping.FOREVER);
  public static final Topic<ConversationCommand> CONVERSATION_COMMANDS =
      new Topic<>("conversation.commands", ConversationCommand.class, Keeping.MONTH);
  public static final Topic<PackageCommand> PACKAGE_COMMANDS =
      new Topic<>("package.commands", PackageCommand.class, Keeping.MONTH);
  public static final Topic<PromptCommand> PROMPT_COMMANDS =
      new Topic<>("prompt.commands", PromptCommand.class, Keeping.MONTH);
  public static final Topic<DeskCommand> DESK_COMMANDS =
      new Topic<>("desk.commands", DeskCommand.class, Keeping.MONTH);
  public static final Topic<ConversationEvent> CONVERSATION_EVENTS =
      new Topic<>("conversation.events", ConversationEvent.class, Keeping.FOREVER);
  public static final Topic<OutboundReply> WHATSAPP_OUTBOUND =
      new Topic<>("whatsapp.outbound", OutboundReply.class, Keeping.MONTH);
  public static final Topic<AdsActivity> ADS_ACTIVITY =
      new Topic<>("ads.activity", AdsActivity.class, Keeping.FOREVER);
  public static final Topic<TravelPackage> CATALOG =
      new Topic<>("catalog", TravelPackage.class, Keeping.COMPACTED);
  public static final Topic<PromptVersion> PROMPTS =
      new Topic<>("prompts", PromptVersion.class, Keeping.COMPACTED);
  public static final Topic<Campaign> CAMPAIGNS =
      new Topic<>("campaigns", Campaign.class, Keeping.COMPACTED);
  public static final Topic<Experiment> EXPERIMENTS =
      new Topic<>("experiments", Experiment.class, Keeping.COMPACTED);
  public static final Topic<DeskSettings> SETTINGS =
      new Topic<>("settings", DeskSettings.class, Keeping.COMPACTED);
  public static final Topic<User> USERS = new Topic<>("users", User.class, Keeping.COMPACTED);
  public static final Topic<AdminAction> ADMIN_AUDIT =
      new Topic<>("admin.audit", AdminAction.class, Keeping.FOREVER);
  public static final Topic<JamaahRecord> JAMAAH_RECORDS =
      new Topic<>("jamaah.records", JamaahRecord.class, Keeping.FOREVER);
  public static final Topic<DeadLetter> DEAD_LETTERS =
      new Topic<>("dead-letters", DeadLetter.class, Keeping.FOREVER);

  private Topics() {}

  public static List<Topic<?>> all() {
    return List.of(
        WHATSAPP_INBOUND,
        CONVERSATION_COMMANDS,
        PACKAGE_COMMANDS,
        PROMPT_COMMANDS,
        DESK_COMMANDS,
        CONVERSATION_EVENTS,
        WHATSAPP_OUTBOUND,
        ADS_ACTIVITY,
        CATALOG,
        PROMPTS,
        CAMPAIGNS,
        EXPERIMENTS,
        SETTINGS,
        USERS,
        ADMIN_AUDIT,
        JAMAAH_RECORDS,
        DEAD_LETTERS);
  }

  /** The root messages, one per topic. */
  public static Stream<Class<? extends AvroMessage>> messageTypes() {
    return all().stream().map(Topic::type);
  }
}
