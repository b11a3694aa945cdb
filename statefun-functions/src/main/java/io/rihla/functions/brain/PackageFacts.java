package io.rihla.functions.brain;

import io.rihla.functions.brain.retrieval.Passages;
import io.rihla.functions.brain.retrieval.Passages.Found;
import io.rihla.functions.brain.retrieval.Passages.Passage;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.conversation.Language;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The single facts of a package, searchable; an index is built once for each version of it. */
final class PackageFacts {
  private record Key(String code, Language language) {}

  private record Built(int version, Passages<String> passages) {}

  private final Map<Key, Built> built = new ConcurrentHashMap<>();

  Optional<Found<String>> find(TravelPackage subject, String question, Language language) {
    return built
        .compute(
            new Key(subject.code(), language),
            (key, old) ->
                old != null && old.version() == subject.version() ? old : index(subject, language))
        .passages()
        .find(question, 1)
        .stream()
        .findFirst();
  }

  private static Built index(TravelPackage subject, Language language) {
    return new Built(
        subject.version(),
        new Passages<>(
            language, facts(subject).distinct().map(fact -> new Passage<>(fact, fact)).toList()));
  }

  private static Stream<String> facts(TravelPackage subject) {
    return Stream.of(
            subject.inclusions().stream(),
            subject.features().stream(),
            subject.itinerary().stream().map(day -> "%s: %s".formatted(day.title(), day.detail())))
        .flatMap(facts -> facts)
        .filter(fact -> !fact.isBlank());
  }
}
