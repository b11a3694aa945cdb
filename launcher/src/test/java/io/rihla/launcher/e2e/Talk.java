package io.rihla.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Customers who write and wait, and what the running product tells of them. */
record Talk(RunningStack stack, Duration patience) {
  /** The customer writes and gets exactly one message back; the value is that message. */
  String asks(String customer, String text) throws Exception {
    int before = stack.answers(customer).size();
    stack.write(customer, text);
    await().atMost(patience).until(() -> stack.answers(customer).size() > before);
    assertThat(stack.answers(customer)).hasSize(before + 1);
    return stack.answers(customer).getLast().path("text").asText();
  }

  /** The customer writes and the answer is decided, whether or not it can be sent. */
  String planned(String customer, String text) throws Exception {
    String message = stack.write(customer, text);
    await().atMost(patience).until(() -> plansFor(message).size() == 1);
    return plansFor(message).getFirst();
  }

  /** The texts that were decided for thoughts about a message. */
  List<String> plansFor(String message) {
    return stack
        .sql(
            """
            SELECT payload.text::String FROM events
            WHERE event_type = 'ReplyPlanned' AND payload.thought_id::String IN (
              SELECT payload.thought_id::String FROM events WHERE event_type = 'ThoughtRequested'
              AND has(payload.message_ids::Array(String), '%s'))"""
                .formatted(message))
        .stream()
        // as TSV writes a line end
        .map(text -> text.replace("\\n", "\n"))
        .toList();
  }

  /** What of the answers after the first {@code before} can be read in the chat. */
  List<String> texts(String customer, int before) throws IOException, InterruptedException {
    return stack.answers(customer).stream()
        .skip(before)
        .map(answer -> answer.path("text").asText())
        .toList();
  }

  /** How many events of a type the customer who wrote a text has. */
  long told(String type, String text) {
    return stack.count(
        "SELECT count() FROM events WHERE event_type = '%s' AND customer_key IN (SELECT customer_key FROM messages WHERE text = '%s')"
            .formatted(type, text));
  }
}
