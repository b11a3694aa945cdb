package io.rihla.functions.delivery;

import io.rihla.schemas.outbound.FilePart;
import io.rihla.schemas.outbound.PartContent;
import io.rihla.schemas.outbound.PositionPart;
import io.rihla.schemas.outbound.TextPart;
import java.time.Duration;

/** How long a person would type: WhatsApp bans numbers that answer like machines. */
public enum Typing {
  HUMAN {
    @Override
    Duration pause(PartContent content) {
      return switch (content) {
        case TextPart text ->
            Duration.ofMillis(
                Math.min(LONGEST_MS, SHORTEST_MS + PER_LETTER_MS * text.text().length()));
        case FilePart file -> Duration.ofMillis(FILE_MS);
        case PositionPart position -> Duration.ofMillis(FILE_MS);
      };
    }
  },
  NONE {
    @Override
    Duration pause(PartContent content) {
      return Duration.ZERO;
    }
  };

  private static final long SHORTEST_MS = 700;
  private static final long PER_LETTER_MS = 12;
  private static final long LONGEST_MS = 5_000;
  private static final long FILE_MS = 900;

  abstract Duration pause(PartContent content);
}
