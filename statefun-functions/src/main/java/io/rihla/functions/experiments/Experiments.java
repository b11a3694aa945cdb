package io.rihla.functions.experiments;

import io.rihla.schemas.desk.Experiment;
import java.util.List;

/** The experiments that run now, by name. */
public interface Experiments {
  List<Experiment> running();

  static Experiments none() {
    return List::of;
  }
}
