package io.rihla.api.lid;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.rihla.api.reading.Phones;
import io.rihla.api.waha.WahaClient;
import io.rihla.api.waha.WahaUnavailable;
import io.rihla.schemas.identity.ChatId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The phone numbers behind WhatsApp's linked ids: remembered from messages that named both, else
 * asked of WAHA. When WAHA fails it is left alone for a while and the lid stays a lid.
 */
public final class LidDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(LidDirectory.class);

  private final WahaClient waha;
  private final Cache<String, String> phones =
      Caffeine.newBuilder().maximumSize(200_000).expireAfterWrite(Duration.ofHours(24)).build();
  private final Cache<String, Boolean> unknown =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofMinutes(2)).build();
  private final CircuitBreaker circuit =
      CircuitBreaker.of(
          "waha-lids",
          CircuitBreakerConfig.custom()
              .slidingWindow(10, 3, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
              .failureRateThreshold(50)
              .waitDurationInOpenState(Duration.ofSeconds(15))
              .permittedNumberOfCallsInHalfOpenState(1)
              .build());

  public LidDirectory(WahaClient waha) {
    this.waha = waha;
  }

  /** Remembers a pair that a message named. */
  void learn(String lid, String phone) {
    phones.put(lid, phone);
    unknown.invalidate(lid);
  }

  /** E.164 digits of a lid, empty while nobody knows them. */
  Optional<String> phoneOf(String session, String lid) {
    Optional<String> known = Optional.ofNullable(phones.getIfPresent(lid));
    if (known.isPresent() || unknown.getIfPresent(lid) != null || !circuit.tryAcquirePermission()) {
      return known;
    }
    long begin = System.nanoTime();
    try {
      Optional<String> phone = waha.phoneOf(session, lid).map(ChatId::user).map(Phones::ofChat);
      circuit.onSuccess(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
      phone.ifPresentOrElse(found -> learn(lid, found), () -> unknown.put(lid, true));
      return phone;
    } catch (WahaUnavailable e) {
      circuit.onError(System.nanoTime() - begin, TimeUnit.NANOSECONDS, e);
      LOG.warn("no phone for a lid of session {}: {}", session, e.getMessage());
      return Optional.empty();
    }
  }
}
