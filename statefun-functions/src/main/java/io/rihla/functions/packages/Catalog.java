package io.rihla.functions.packages;

import io.rihla.schemas.catalog.TravelPackage;
import java.util.List;
import java.util.Optional;

/** The packages as they are now. */
public interface Catalog {
  Optional<TravelPackage> find(String code);

  List<TravelPackage> all();

  /** What the ads with this code sell: the package of that campaign, else the one of that code. */
  Optional<TravelPackage> soldAs(String code);
}
