package io.rihla.api.erasure;

import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.StoreUnavailable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes words, names and addresses out of stored rows and leaves the rows, so that everything that
 * is counted stays the same. Doing it twice changes nothing.
 */
final class Blanking {
  /** What stands for words that were there. */
  private static final String WORDS = "***";

  private static final String AT_ONCE = " SETTINGS mutations_sync = 1";

  /** Fields of events that tell who somebody is, and those that somebody wrote. */
  private static final String BLANK =
      """
      replaceRegexpAll(replaceRegexpAll(replaceRegexpAll(replaceRegexpAll(toString(payload),
          '"(phone|lid|name|chat_id|ctwa_clid|url|filename|address)":"([^"\\\\\\\\]|\\\\\\\\.)*"', '"\\\\1":""'),
          '"(text|caption|notes|summary|question|why|detail|title)":"([^"\\\\\\\\]|\\\\\\\\.)+"', '"\\\\1":"***"'),
          '"contacts":\\\\[([^]"]*"([^"\\\\\\\\]|\\\\\\\\.)*")*[^]"]*\\\\]', '"contacts":[]'),
          '"(latitude|longitude)":[-+0-9.eE]+', '"\\\\1":0')""";

  /** The letters a question begins with: what its label and its text in full have in common. */
  private static final String HASH =
      "sipHash64(substringUTF8(lowerUTF8(replaceRegexpAll(replaceRegexpAll(%s, '[^ ]+@[^ ]+', ''),"
          + " '[^\\\\p{L}]+', '')), 1, 40))";

  private final ClickHouse clickHouse;

  Blanking(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  void blank(Due due) throws StoreUnavailable {
    String rows = "customer_key = '%s' AND seq <= %d".formatted(due.customerKey(), due.seq());
    boolean known =
        update(
            "events",
            "payload = " + json(),
            rows + " AND " + changed() + " AND NOT ignore(" + json() + ")");
    boolean summarised = known || due.fresh();
    update(
        "messages",
        "text = if(text = '', '', '%s'), chat_id = '', media_url = ''".formatted(WORDS),
        rows
            + " AND (text NOT IN ('', '%s') OR chat_id != '' OR media_url != '')".formatted(WORDS));
    questions(due);
    if (summarised) {
      summariseAgain(due.customerKey());
    }
    clickHouse.execute(
        "INSERT INTO erasures_done SELECT '%s', now64(3, 'UTC')".formatted(due.customerKey()));
  }

  private void questions(Due due) throws StoreUnavailable {
    String asked =
        "customer_key = '%s' AND asked_at <= fromUnixTimestamp64Milli(%d, 'UTC') AND text NOT IN ('', '%s')"
            .formatted(due.customerKey(), due.erasedAt(), WORDS);
    clickHouse.execute(
        "INSERT INTO erased_questions SELECT DISTINCT %s FROM question_members WHERE %s AND match(text, '\\\\p{L}')"
            .formatted(HASH.formatted("text"), asked));
    update("question_members", "text = '%s'".formatted(WORDS), asked);
  }

  /** The running summaries are made of the rows as they are now. */
  private void summariseAgain(String customer) throws StoreUnavailable {
    String rows = "customer_key = '%s'".formatted(customer);
    clickHouse.execute("ALTER TABLE conversation_state DELETE WHERE " + rows + AT_ONCE);
    clickHouse.execute(
        "INSERT INTO events SELECT * FROM events FINAL WHERE %s SETTINGS insert_deduplicate = 0"
            .formatted(rows));
  }

  /** Clusters are named in the words of customers; the job goes on with those it remembers. */
  void clusters() throws StoreUnavailable {
    List<String> erased =
        clickHouse.query(
            """
            SELECT DISTINCT toString(%s) AS words
            FROM (SELECT arrayJoin(arrayPushBack(examples, label)) AS example FROM question_clusters)
            WHERE %s IN (SELECT words FROM erased_questions)"""
                .formatted(HASH.formatted("example"), HASH.formatted("example")),
            row -> row.text("words"));
    if (erased.isEmpty()) {
      return;
    }
    String known = erased.stream().collect(Collectors.joining("), toUInt64(", "[toUInt64(", ")]"));
    String kept =
        "arrayFilter(one -> NOT has(%s, %s), examples)".formatted(known, HASH.formatted("one"));
    String label = "has(%s, %s)".formatted(known, HASH.formatted("label"));
    clickHouse.execute(
        """
        ALTER TABLE question_clusters UPDATE
            label = if(%1$s, if(empty(%2$s), '%3$s', (%2$s)[1]), label),
            examples = %2$s
        WHERE %1$s OR length(examples) != length(%2$s)%4$s"""
            .formatted(label, kept, WORDS, AT_ONCE));
  }

  private static String json() {
    return "CAST(%s, 'JSON(max_dynamic_paths = 512)')".formatted(BLANK);
  }

  private static String changed() {
    return "toString(payload) != " + BLANK;
  }

  /**
   * Whether there was anything to change: parts without such rows are not written anew. The query
   * also tries the change, because one that fails would stay in the way of all others.
   */
  private boolean update(String table, String change, String rows) throws StoreUnavailable {
    boolean any =
        clickHouse
            .first(
                "SELECT toInt64(count()) AS found FROM %s WHERE %s".formatted(table, rows),
                row -> row.number("found") > 0)
            .orElse(false);
    if (any) {
      clickHouse.execute(
          "ALTER TABLE %s UPDATE %s WHERE %s%s".formatted(table, change, rows, AT_ONCE));
    }
    return any;
  }
}
