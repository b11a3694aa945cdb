package io.rihla.launcher.clickhouse;

import java.util.Set;

/** A column as somebody may see it who shall learn what happens, not to whom. */
record MaskedColumn(String table, String name, String type, String comment) {
  private static final Set<String> ADDRESSES = Set.of("phone", "chat_id", "lid");
  private static final Set<String> PEOPLE = Set.of("conversations", "leads");
  private static final Set<String> TEXTS =
      Set.of(
          "text",
          "last_message",
          "need_notes",
          "notes",
          "summary",
          "reason_text",
          "question",
          "answer",
          "label");

  /** The fields of events that tell who somebody is, or what was written. */
  private static final String PRIVATE_FIELDS =
      "phone|name|chat_id|lid|text|caption|notes|summary|question|reference|detail";

  private static final String LONG_NUMBER = "[+]?[0-9](?:[ .()-]{0,2}[0-9]){6,}";

  String declared() {
    return "    `%s` %s COMMENT '%s'".formatted(name, type, comment);
  }

  String selected() {
    return "    %s AS `%s`".formatted(expression(), name);
  }

  private String expression() {
    if (name.equals("payload") && type.startsWith("JSON")) {
      return """
      CAST(replaceRegexpAll(replaceRegexpAll(toString(payload),
              '"(%s)":"(?:[^"\\\\\\\\]|\\\\\\\\.)*"', '"\\\\1":"***"'),
              '"contacts":\\\\[([^]"]*"([^"\\\\\\\\]|\\\\\\\\.)*")*[^]"]*\\\\]', '"contacts":[]'), '%s')"""
          .formatted(PRIVATE_FIELDS, type);
    }
    if (ADDRESSES.contains(name)) {
      return "if(length(%1$s) > 8, concat(substring(%1$s, 1, 5), '***', substring(%1$s, -3)), '')"
          .formatted(phoneOf());
    }
    if (name.equals("name") && PEOPLE.contains(table)) {
      return "if(name = '', '', '***')";
    }
    if (TEXTS.contains(name) && type.contains("String")) {
      return masked(name);
    }
    if (name.equals("examples")) {
      return "arrayMap(example -> %s, examples)".formatted(masked("example"));
    }
    return "`%s`".formatted(name);
  }

  /** What stands before the @ of a chat's id. */
  private String phoneOf() {
    return "splitByChar('@', toString(%s))[1]".formatted(name);
  }

  private static String masked(String text) {
    return "replaceRegexpAll(toString(%s), '%s', '***')".formatted(text, LONG_NUMBER);
  }
}
