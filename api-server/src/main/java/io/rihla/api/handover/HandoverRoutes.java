package io.rihla.api.handover;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.commands.ConversationCommands;
import io.rihla.api.commands.ConversationKeys;
import io.rihla.api.problem.FieldReader;
import io.rihla.api.problem.Json;
import io.rihla.api.problem.RequestFields;
import io.rihla.schemas.commands.Assign;
import io.rihla.schemas.commands.ConversationOrder;
import io.rihla.schemas.commands.Erase;
import io.rihla.schemas.commands.Release;
import io.rihla.schemas.commands.Reply;
import io.rihla.schemas.commands.Resolve;
import io.rihla.schemas.commands.ReturnToBot;
import io.rihla.schemas.commands.SwitchBot;
import io.rihla.schemas.whatsapp.Media;
import org.jspecify.annotations.Nullable;

/** {@code /api/conversations/handover} and what a person does with one conversation. */
public final class HandoverRoutes implements HttpService {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_NOTES = 2_000;
  private static final int LONGEST_TEXT = 4_096;

  private final ConversationKeys keys;
  private final ConversationCommands commands;

  public HandoverRoutes(ConversationKeys keys, ConversationCommands commands) {
    this.keys = keys;
    this.commands = commands;
  }

  /** Who has the conversation now. */
  record BallAnswer(String conversationId, String ball, @Nullable String assignee) {}

  /** The reply on its way; its parts are in the thread under this id. */
  record ReplyAnswer(String conversationId, String replyId) {}

  /** Whether the bot may answer here. */
  record BotAnswer(String conversationId, boolean on) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/handover", this::assign)
        .post("/{id}/release", this::release)
        .post("/{id}/resolve", this::resolve)
        .post("/{id}/return-to-bot", this::returnToBot)
        .post("/{id}/reply", this::reply)
        .post("/{id}/bot", this::bot)
        .delete("/{id}", this::erase);
  }

  private void assign(ServerRequest request, ServerResponse response) {
    FieldReader in = RequestFields.of(request);
    String conversation = in.text("conversation_id");
    String assignee = in.text("assigned_to");
    if (assignee.length() > LONGEST_NAME) {
      in.fault("assigned_to", "must have at most %d characters".formatted(LONGEST_NAME), "");
    }
    Assign order =
        new Assign(
            assignee, in.optionalText("handover_notes", LONGEST_NOTES), in.flag("reassign", false));
    in.check();
    carryOut(request, conversation, order);
    Json.send(response, Status.OK_200, new BallAnswer(conversation, "ASSIGNED", assignee));
  }

  private void release(ServerRequest request, ServerResponse response) {
    give(request, response, new Release(notes(request)), "WAITING");
  }

  private void resolve(ServerRequest request, ServerResponse response) {
    give(request, response, new Resolve(notes(request)), "BOT");
  }

  private void returnToBot(ServerRequest request, ServerResponse response) {
    give(request, response, new ReturnToBot(notes(request)), "BOT");
  }

  private void give(
      ServerRequest request, ServerResponse response, ConversationOrder order, String ball) {
    carryOut(request, id(request), order);
    Json.send(response, Status.OK_200, new BallAnswer(id(request), ball, null));
  }

  private void reply(ServerRequest request, ServerResponse response) {
    FieldReader in = RequestFields.of(request);
    String text = in.optionalText("text", LONGEST_TEXT);
    Media media = in.object("media").map(HandoverRoutes::media).orElse(null);
    if (text == null && media == null) {
      in.fault("text", "is missing: give a text, media, or both", "");
    }
    in.check();
    String replyId = ConversationCommands.newId();
    commands.carryOut(request, replyId, keys.find(id(request)), new Reply(text, media));
    Json.send(response, Status.OK_200, new ReplyAnswer(id(request), replyId));
  }

  private static Media media(FieldReader in) {
    String url = in.url("url");
    if (url == null) {
      in.fault("url", "is missing", "");
    }
    return new Media(url, in.optionalText("mimetype"), in.optionalText("filename"), null);
  }

  private void bot(ServerRequest request, ServerResponse response) {
    FieldReader in = RequestFields.of(request);
    boolean on = in.flag("on");
    in.check();
    carryOut(request, id(request), new SwitchBot(on));
    Json.send(response, Status.OK_200, new BotAnswer(id(request), on));
  }

  private void carryOut(ServerRequest request, String conversation, ConversationOrder order) {
    var unused = commands.carryOut(request, keys.find(conversation), order);
  }

  private void erase(ServerRequest request, ServerResponse response) {
    FieldReader in = RequestFields.orNone(request);
    String reason = in.optionalText("reason", LONGEST_NOTES);
    in.check();
    carryOut(request, id(request), new Erase(reason == null ? "" : reason));
    response.status(Status.NO_CONTENT_204).send();
  }

  /** Notes are optional, and so is the body. */
  private static @Nullable String notes(ServerRequest request) {
    FieldReader in = RequestFields.orNone(request);
    String notes = in.optionalText("notes", LONGEST_NOTES);
    in.check();
    return notes;
  }

  private static String id(ServerRequest request) {
    return request.path().pathParameters().get("id");
  }
}
