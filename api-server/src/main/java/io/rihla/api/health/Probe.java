package io.rihla.api.health;

import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import java.util.concurrent.Callable;

/** Asks another part in the background whether it answers, so that asking the api never waits. */
final class Probe implements HealthCheck {
  private final String name;
  private final Callable<Boolean> question;
  private volatile boolean up;

  Probe(String name, Callable<Boolean> question) {
    this.name = name;
    this.question = question;
  }

  /**
   * Asks once.
   *
   * @return whether the answer changed
   */
  boolean ask() {
    boolean before = up;
    try {
      up = question.call();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      up = false;
    } catch (Exception e) {
      up = false;
    }
    return up != before;
  }

  boolean isUp() {
    return up;
  }

  @Override
  public HealthCheckType type() {
    return HealthCheckType.READINESS;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String path() {
    return name;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.builder().status(up).build();
  }
}
