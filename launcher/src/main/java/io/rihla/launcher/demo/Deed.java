package io.rihla.launcher.demo;

import io.rihla.schemas.conversation.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that happens between a customer and the agency, as it is decided; times epoch ms. */
sealed interface Deed {
  /** How long after it is accepted the last sign of a message comes. */
  long SIGNS = 8_000;

  /** When the desk has learned all of it. */
  long until();

  record Asked(List<Said> said, boolean opens, @Nullable Attributed attributed, Fate fate)
      implements Deed {
    @Override
    public long until() {
      return switch (fate) {
        case Fate.Answered answered -> answered.acceptedAt() + SIGNS;
        case Fate.Unheard unheard -> said.getLast().learnedAt() + 1_000;
        case Fate.Stale stale -> said.getLast().learnedAt() + 1_000;
      };
    }
  }

  record Claimed(long at, String who) implements Deed {
    @Override
    public long until() {
      return at;
    }
  }

  record DeskSaid(long at, String who, String text, long acceptedAt) implements Deed {
    @Override
    public long until() {
      return acceptedAt + SIGNS;
    }
  }

  record GivenBack(long at, String who, boolean resolved) implements Deed {
    @Override
    public long until() {
      return at;
    }
  }

  record Paid(long at, String who, String reference, long amount, String currency, int pax)
      implements Deed {
    @Override
    public long until() {
      return at;
    }
  }

  record Refunded(long at, String who, String reference, long amount, String currency)
      implements Deed {
    @Override
    public long until() {
      return at;
    }
  }

  record Closed(long at, String who, Outcome outcome, String reason) implements Deed {
    @Override
    public long until() {
      return at;
    }
  }

  record Rated(long askedAt, long acceptedAt, long answeredAt, int score) implements Deed {
    @Override
    public long until() {
      return answeredAt + 1_000;
    }
  }
}
