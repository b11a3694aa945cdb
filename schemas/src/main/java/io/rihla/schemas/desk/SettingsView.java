package io.rihla.schemas.desk;

import io.rihla.schemas.topics.CompactedTopicView;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The settings of the desk as their topic has them; the usual ones while nobody put any. */
public final class SettingsView implements Supplier<DeskSettings>, AutoCloseable {
  private final CompactedTopicView<DeskSettings> view;

  public SettingsView(String bootstrapServers) {
    this.view = new CompactedTopicView<>(Topics.SETTINGS, bootstrapServers);
  }

  /** What holds until somebody says otherwise; version 0 is nobody's. */
  public static DeskSettings usual() {
    return new DeskSettings(
        true, List.of(), List.of(), 15, 30, false, true, List.of(), null, 0, 0, "system", "");
  }

  @Override
  public DeskSettings get() {
    return view.get(DeskSubject.SETTINGS_KEY).orElseGet(SettingsView::usual);
  }

  public boolean awaitComplete(Duration timeout) throws InterruptedException {
    return view.awaitComplete(timeout);
  }

  public boolean isComplete() {
    return view.isComplete();
  }

  /** Waits until the settings are what the caller waits for. */
  public boolean await(Predicate<DeskSettings> condition, Duration timeout)
      throws InterruptedException {
    return view.await(DeskSubject.SETTINGS_KEY, condition, timeout);
  }

  @Override
  public void close() {
    view.close();
  }
}
