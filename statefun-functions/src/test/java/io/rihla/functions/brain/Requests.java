package io.rihla.functions.brain;

import io.rihla.functions.Samples;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.Situation;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.functions.Turn;
import io.rihla.schemas.whatsapp.MessageKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions to a brain. */
public final class Requests {
  private Requests() {}

  public static ThoughtRequest turn(@Nullable String code, String text) {
    return turn(code, Language.ID, text);
  }

  public static ThoughtRequest turn(@Nullable String code, Language language, String text) {
    return request(code, language, List.of(), text);
  }

  static ThoughtRequest later(@Nullable String code, String before, String text) {
    return request(
        code, Language.ID, List.of(new Turn("customer", before, Samples.NOW - 60_000, "m0")), text);
  }

  public static ThoughtRequest greeting(String code) {
    return turn(code, code).withSituation(Situation.GREETING_WITH_CODE);
  }

  private static ThoughtRequest request(
      @Nullable String code, Language language, List<Turn> history, String text) {
    return new ThoughtRequest(
        "t1",
        Samples.CUSTOMER.value(),
        "conv_1",
        1,
        Samples.NOW,
        Situation.TURN,
        Phase.LEADS,
        language,
        "Siti",
        code,
        List.of(),
        List.of(new BurstMessage("m1", MessageKind.TEXT, text, null, Samples.NOW)),
        history,
        null,
        List.of(),
        false,
        null);
  }
}
