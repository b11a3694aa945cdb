package io.rihla.schemas.prompts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Judges the content of a prompt before it becomes a version. */
public final class PromptContent {
  static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9_]*)}");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

  private PromptContent() {}

  /** Whether a text can name a version. */
  public static boolean isVersion(String text) {
    return VERSION.matcher(text).matches();
  }

  /** What is wrong with it; nothing when it may be used. */
  public static List<ContentFault> faults(PromptType type, String content) {
    PromptRule rule = PromptRule.of(type);
    if (content.isBlank()) {
      return List.of(new ContentFault("", "is empty: write what is to be said"));
    }
    if (content.length() > rule.longest()) {
      return List.of(
          new ContentFault(
              "",
              "has %d characters: at most %d fit, shorten it"
                  .formatted(content.length(), rule.longest())));
    }
    return switch (type) {
      case FAQ -> FaqContent.parse(content).faults();
      case ESCALATION_TRIGGERS -> EscalationTriggers.parse(content).faults();
      default -> placeholders(rule, content);
    };
  }

  private static List<ContentFault> placeholders(PromptRule rule, String content) {
    Set<String> used = new TreeSet<>();
    PLACEHOLDER.matcher(content).results().map(found -> found.group(1)).forEach(used::add);
    List<ContentFault> faults = new ArrayList<>();
    for (String name : used) {
      if (!rule.placeholders().contains(name)) {
        faults.add(
            new ContentFault(
                "",
                "has the unknown placeholder {%s}: use %s"
                    .formatted(name, listed(rule.placeholders()))));
      }
    }
    Set<String> missing = new TreeSet<>(rule.required());
    missing.removeAll(used);
    if (!missing.isEmpty()) {
      faults.add(new ContentFault("", "lacks %s: the prompt needs it".formatted(listed(missing))));
    }
    String rest = PLACEHOLDER.matcher(content).replaceAll(PromptContent::nothing);
    if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
      faults.add(new ContentFault("", "has a curly bracket without its partner: close or drop it"));
    }
    return faults;
  }

  private static String nothing(MatchResult found) {
    return "";
  }

  private static String listed(Set<String> names) {
    return String.join(", ", new TreeSet<>(names).stream().map(name -> "{" + name + "}").toList());
  }
}
