package io.rihla.api.catchup;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.rihla.api.kafka.LogUnavailable;
import io.rihla.api.reading.Inbound;
import io.rihla.api.reading.SessionStatus;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.StoreUnavailable;
import io.rihla.api.waha.WahaClient;
import io.rihla.api.waha.WahaUnavailable;
import io.rihla.api.webhook.InboundFeed;
import io.rihla.schemas.identity.ChatId;
import io.rihla.schemas.whatsapp.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds what was written while nobody listened, at the start and whenever a session works again.
 * WAHA keeps its webhooks in memory only, so this is where messages of an outage come from. One run
 * at a time; it begins at what ClickHouse has, so a run that breaks off is simply run again. What
 * is fed twice is told apart by the conversation.
 */
public final class CatchUp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final ClickHouse clickHouse;
  private final MissedMessages missed;
  private final InboundFeed feed;
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>(1);
  private final Thread thread;

  /** Kept until a run succeeds: what arrives meanwhile must not hide what was missed before it. */
  private List<HighWater> marks = List.of();

  private final Counter messages = counter("rihla_catch_up_messages", "Messages fed by catch-up");
  private final Counter runs = counter("rihla_catch_up_runs", "Catch-up runs that came to an end");
  private final Counter failures = counter("rihla_catch_up_failures", "Catch-up runs cut short");

  public CatchUp(ClickHouse clickHouse, WahaClient waha, InboundFeed feed) {
    this.clickHouse = clickHouse;
    this.missed = new MissedMessages(waha);
    this.feed = feed;
    this.thread = Thread.ofPlatform().name("catch-up").daemon().unstarted(this::work);
  }

  public void start() {
    thread.start();
    request("start");
  }

  /** A session that works again may have missed something. */
  public void onSession(SessionStatus status) {
    if (status.isWorking()) {
      request("session " + status.session());
    }
  }

  /** Asks for a run; one that waits already serves both. */
  private void request(String reason) {
    boolean unused = requests.offer(reason);
  }

  private void work() {
    try {
      Duration pause = FIRST_PAUSE;
      String reason = requests.take();
      while (true) {
        if (run(reason)) {
          pause = FIRST_PAUSE;
          reason = requests.take();
        } else {
          failures.increment();
          String sooner = requests.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
          reason = sooner == null ? "retry" : sooner;
          pause =
              pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                  ? LONGEST_PAUSE
                  : pause.multipliedBy(2);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean run(String reason) {
    try {
      if (marks.isEmpty()) {
        marks = HighWater.all(clickHouse);
      }
      long fed = 0;
      for (HighWater mark : marks) {
        fed += feed(missed.since(mark));
      }
      fed += feedUnheardChats();
      runs.increment();
      LOG.info("caught up ({}): {} chats, {} messages", reason, marks.size(), fed);
      marks = List.of();
      return true;
    } catch (WahaUnavailable | StoreUnavailable | LogUnavailable e) {
      LOG.warn("catch-up ({}) tries again later: {}", reason, e.getMessage());
      return false;
    } catch (RuntimeException e) {
      LOG.error("catch-up ({}) tries again later", reason, e);
      return false;
    }
  }

  private long feedUnheardChats() throws WahaUnavailable, LogUnavailable {
    UnheardChats unheard = new UnheardChats(marks);
    long fed = 0;
    for (Map.Entry<String, Long> since : unheard.since().entrySet()) {
      String session = since.getKey();
      for (MissedMessages.Chat chat : missed.chats(session)) {
        if (isDirect(chat.id()) && unheard.isUnheard(session, chat)) {
          fed += feed(missed.since(HighWater.unheard(session, chat.id(), since.getValue())));
        }
      }
    }
    return fed;
  }

  private long feed(List<Inbound> inbounds) throws LogUnavailable {
    for (Inbound inbound : inbounds) {
      feed.append(inbound, Channel.CATCH_UP, true);
      messages.increment();
    }
    return inbounds.size();
  }

  private static boolean isDirect(String chat) {
    return ChatId.parse(chat).filter(ChatId::isDirect).isPresent();
  }

  private static Counter counter(String name, String description) {
    return Metrics.getOrCreate(Counter.builder(name).description(description));
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
