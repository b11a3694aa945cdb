package io.rihla.functions.packages;

import io.rihla.schemas.catalog.TravelPackage;
import java.util.List;
import java.util.Optional;

/** The packages as they are now. */
public interface Catalog {
  Optional<TravelPackage> find(String code);

  List<TravelPackage> all();
}
