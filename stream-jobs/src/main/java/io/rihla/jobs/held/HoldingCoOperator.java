package io.rihla.jobs.held;

import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;

/** Runs a function of two streams by customer that holds its state. */
public final class HoldingCoOperator<A, B, O> extends KeyedCoProcessOperator<String, A, B, O> {
  private static final long serialVersionUID = 1;

  private HoldingCoOperator(KeyedCoProcessFunction<String, A, B, O> function) {
    super(function);
  }

  public static <A, B, O, F extends KeyedCoProcessFunction<String, A, B, O> & Holding>
      HoldingCoOperator<A, B, O> of(F function) {
    return new HoldingCoOperator<>(function);
  }

  private Held held() {
    return ((Holding) userFunction).held();
  }

  @Override
  public void setCurrentKey(Object key) {
    held().makeRoom(super::setCurrentKey);
    super.setCurrentKey(key);
    held().turnTo((String) key);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) {
    held().store(super::setCurrentKey);
  }
}
