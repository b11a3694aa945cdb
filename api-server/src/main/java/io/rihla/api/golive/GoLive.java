package io.rihla.api.golive;

import io.rihla.api.commands.DeskCommands;
import io.rihla.api.kafka.LogUnavailable;
import io.rihla.api.reading.SessionStatus;
import io.rihla.api.waha.WahaClient;
import io.rihla.api.waha.WahaUnavailable;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.desk.DeskCommand;
import io.rihla.schemas.desk.DeskSubject;
import io.rihla.schemas.desk.SessionLive;
import io.rihla.schemas.desk.SettingsView;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a session's messages in only after every chat that is older than the bot was told of in the
 * log, where it stands before them. That it happened is kept in the settings, so it happens once;
 * two servers that do it at once say the same twice, and what is said of a chat the bot is in
 * already changes nothing.
 */
public final class GoLive implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GoLive.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final SettingsView settings;
  private final WahaClient waha;
  private final ExistingChats chats;
  private final DeskCommands desk;
  private final Clock clock;
  private final Map<String, Opening> openings = new ConcurrentHashMap<>();
  private final Set<String> caughtUp = new HashSet<>();
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Thread thread;

  /** A session on its way: who writes from {@code since} on is nobody's old chat. */
  private record Opening(long since, CountDownLatch open) {
    boolean isOpen() {
      return open.getCount() == 0;
    }
  }

  public GoLive(
      SettingsView settings, WahaClient waha, ExistingChats chats, DeskCommands desk, Clock clock) {
    this.settings = settings;
    this.waha = waha;
    this.chats = chats;
    this.desk = desk;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("go-live").daemon().unstarted(this::work);
  }

  public void start() {
    thread.start();
  }

  /**
   * Whether a session's messages may pass; waits a little for it.
   *
   * @param writtenAt epoch ms of the message that asks
   */
  public boolean isOpen(String session, long writtenAt) {
    if (isLive(session)) {
      return true;
    }
    try {
      if (!settings.awaitComplete(PATIENCE)) {
        return false;
      }
      return isLive(session)
          || opening(session, writtenAt).open().await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A session that begins to work is opened before anybody writes in it. */
  public void onSession(SessionStatus status) {
    if (status.isWorking() && !isLive(status.session())) {
      Opening unused = opening(status.session(), clock.millis());
    }
  }

  private Opening opening(String session, long since) {
    // WhatsApp counts in seconds
    return openings.compute(
        session,
        (name, known) ->
            known == null || (!known.isOpen() && since < known.since())
                ? new Opening(
                    since / 1000 * 1000, known == null ? new CountDownLatch(1) : known.open())
                : known);
  }

  private boolean isLive(String session) {
    Opening opening = openings.get(session);
    return (opening != null && opening.isOpen()) || isSaid(session);
  }

  private boolean isSaid(String session) {
    return settings.get().live().stream().map(SessionLive::session).anyMatch(session::equals);
  }

  private void work() {
    try {
      long began = clock.millis();
      boolean listed = false;
      while (true) {
        if (settings.isComplete()) {
          listed = listed || list(began);
          for (Map.Entry<String, Opening> opening : openings.entrySet()) {
            open(opening.getKey(), opening.getValue());
          }
        }
        Thread.sleep(settings.isComplete() ? PAUSE : PAUSE.dividedBy(10));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The sessions there are when the server starts. */
  private boolean list(long began) {
    try {
      for (String session : waha.sessions()) {
        if (!isLive(session)) {
          Opening unused = opening(session, began);
        }
      }
      return true;
    } catch (WahaUnavailable e) {
      LOG.warn("sessions are not listed yet: {}", e.getMessage());
      return false;
    }
  }

  private void open(String session, Opening opening) {
    try {
      if (!opening.isOpen() && !isSaid(session)) {
        int found = chats.tell(session, opening.since());
        opening.open().countDown();
        LOG.info("session {} is open, {} chats are older than the bot", session, found);
      }
      if (opening.isOpen() && !caughtUp.contains(session)) {
        int missed = chats.feedSince(session, opening.since());
        caughtUp.add(session);
        LOG.info("session {}: {} messages came while it was opened", session, missed);
      }
      if (!isSaid(session) && told.add(session)) {
        Thread unused = Thread.startVirtualThread(() -> say(session, opening.since()));
      }
    } catch (WahaUnavailable | LogUnavailable e) {
      LOG.warn("session {} is not open yet: {}", session, e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("session {} is not open yet", session, e);
    }
  }

  /** The registry may be away; what it did not accept is said again in the next round. */
  private void say(String session, long since) {
    try {
      DeskCommand command =
          new DeskCommand(
              "cmd_" + UUID.randomUUID(),
              clock.millis(),
              "system",
              Role.SYSTEM_ADMIN,
              null,
              DeskSubject.SETTINGS,
              new io.rihla.schemas.desk.GoLive(session, since));
      if (desk.send(command, ANSWER).outcome() == AuditOutcome.REJECTED) {
        told.remove(session);
      }
    } catch (LogUnavailable | TimeoutException e) {
      LOG.warn("session {} is open, but that is not kept yet: {}", session, e.toString());
      told.remove(session);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
