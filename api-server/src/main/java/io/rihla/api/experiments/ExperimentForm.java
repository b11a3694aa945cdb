package io.rihla.api.experiments;

import io.rihla.api.problem.FieldReader;
import io.rihla.api.prompts.PromptForms;
import io.rihla.schemas.desk.Experiment;
import io.rihla.schemas.desk.ExperimentGoal;
import io.rihla.schemas.desk.ExperimentStatus;
import io.rihla.schemas.desk.Variant;
import io.rihla.schemas.prompts.PromptType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what an experiment compares; every bad field is named. */
final class ExperimentForm {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,59}");
  private static final int LEAST = 2;
  private static final int MOST = 5;
  private static final int HEAVIEST = 1_000_000;
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_CLOSING = 300;

  /** Sections an answer is made of; the others are not said to customers or not by a thought. */
  static final Set<PromptType> SECTIONS =
      EnumSet.complementOf(
          EnumSet.of(
              PromptType.ESCALATION_TRIGGERS,
              PromptType.OUT_OF_HOURS_TEXT,
              PromptType.RATING_QUESTION));

  private ExperimentForm() {}

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  static Experiment read(FieldReader in, String name) {
    if (!isName(name)) {
      in.fault("name", "must be small letters, digits, - and _, at most 60", name);
    }
    List<Variant> variants = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (FieldReader arm : in.objects("variants")) {
      Variant variant = variant(arm);
      if (!names.add(variant.name())) {
        arm.fault("name", "'%s' stands here twice".formatted(variant.name()), "");
      }
      variants.add(variant);
    }
    if (variants.size() < LEAST || variants.size() > MOST) {
      in.fault(
          "variants", "must be from %d to %d, the first is the control".formatted(LEAST, MOST), "");
    } else if (variants.stream().noneMatch(ExperimentForm::differs)) {
      in.fault("variants", "do not differ: give one a section, media or call_to_action", "");
    }
    Experiment experiment =
        new Experiment(
            name,
            Objects.requireNonNullElse(in.optionalText("description", LONGEST_TEXT), ""),
            Objects.requireNonNullElse(
                in.word("goal", ExperimentGoal.class), ExperimentGoal.BOOKING),
            ExperimentStatus.DRAFT,
            List.copyOf(variants),
            null,
            null,
            Math.toIntExact(in.number("version", 0, Integer.MAX_VALUE, 0)),
            0,
            "",
            "");
    in.check();
    return experiment;
  }

  private static Variant variant(FieldReader in) {
    String name = in.text("name");
    if (!name.isEmpty() && !isName(name)) {
      in.fault("name", "must be small letters, digits, - and _, at most 60", name);
    }
    PromptType section = in.word("section", PromptType.class);
    String content = null;
    if (section != null && !SECTIONS.contains(section)) {
      in.fault("section", section + " cannot be tried on some customers alone", "");
    } else if (section != null) {
      content = PromptForms.content(in, "content", section);
    } else if (in.has("content")) {
      in.fault("content", "needs the section it is of", "");
    }
    return new Variant(
        name,
        Math.toIntExact(in.number("weight", 1, HEAVIEST)),
        section,
        content,
        in.has("media") ? in.flag("media") : null,
        closing(in));
  }

  private static @Nullable String closing(FieldReader in) {
    String closing = in.optionalText("call_to_action", LONGEST_CLOSING);
    return closing == null || !closing.matches("(?s).*[{}].*")
        ? closing
        : in.fault("call_to_action", "takes no placeholders: write the sentence out", closing);
  }

  private static boolean differs(Variant arm) {
    return arm.section() != null || arm.media() != null || arm.callToAction() != null;
  }
}
