package io.rihla.jobs.held;

import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;

/** Runs a function of customers that holds its state. */
public final class HoldingOperator<I, O> extends KeyedProcessOperator<String, I, O> {
  private static final long serialVersionUID = 1;

  private HoldingOperator(KeyedProcessFunction<String, I, O> function) {
    super(function);
  }

  public static <I, O, F extends KeyedProcessFunction<String, I, O> & Holding>
      HoldingOperator<I, O> of(F function) {
    return new HoldingOperator<>(function);
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
