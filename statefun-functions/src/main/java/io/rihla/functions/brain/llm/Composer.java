package io.rihla.functions.brain.llm;

import io.rihla.functions.brain.Conversed;
import io.rihla.functions.brain.checks.Secrets;
import io.rihla.functions.brain.grounding.Sources;
import io.rihla.functions.brain.llm.PromptSections.Composition;
import io.rihla.functions.brain.llm.PromptSections.Section;
import io.rihla.functions.brain.retrieval.Faq;
import io.rihla.functions.brain.retrieval.FaqEntry;
import io.rihla.functions.brain.retrieval.Passages.Found;
import io.rihla.functions.packages.Availability;
import io.rihla.functions.packages.Catalog;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.functions.ThoughtRequest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a prompt together: sections, the packages that matter, the FAQ that fits, the fenced talk.
 */
final class Composer {
  private static final int PACKAGES = 4;
  private static final int ENTRIES = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PromptSections sections;
  private final Catalog catalog;
  private final Faq faq;
  private final String company;
  private final ZoneId zone;

  Composer(PromptSections sections, Catalog catalog, Faq faq, String company, ZoneId zone) {
    this.sections = sections;
    this.catalog = catalog;
    this.faq = faq;
    this.company = company;
    this.zone = zone;
  }

  Prompt compose(ThoughtRequest request) {
    Composition composition = sections.now();
    Transcript transcript = new Transcript(random());
    String canary = "ref-" + random();
    List<TravelPackage> packages = packages(request);
    List<FaqEntry> entries =
        faq.find(Transcript.newest(request), request.language(), ENTRIES).stream()
            .map(Found::target)
            .toList();
    String system =
        Stream.of(
                composition.text(Section.BASE),
                composition.text(Section.PERSONALITY),
                composition.text(Section.COMPANY),
                "Packages:\n" + PackageData.lines(packages, request.askedAt()),
                composition.text(Section.RULES),
                composition.text(Section.FAQ) + answers(entries, request.language()),
                composition.text(Section.ESCALATION))
            .collect(Collectors.joining("\n\n"))
            .replace("{company}", company)
            .replace("{language}", language(request.language()))
            .replace("{marker}", transcript.marker())
            .replace("{canary}", canary);
    return new Prompt(
        system,
        transcript.of(request),
        composition.version(),
        new Sources(
            packages,
            Stream.concat(
                    Stream.of(composition.text(Section.COMPANY), composition.text(Section.FAQ)),
                    entries.stream().map(entry -> answer(entry, request.language())))
                .toList(),
            Conversed.customer(request),
            request.askedAt()),
        Secrets.of(
            canary,
            Stream.of(Section.BASE, Section.PERSONALITY, Section.RULES, Section.ESCALATION)
                .map(composition::text)
                .toList()),
        Stream.concat(
                packages.stream().map(PackageData::fact), entries.stream().map(FaqEntry::fact))
            .collect(Collectors.toSet()));
  }

  /** The package that is talked about; without one, the few that are on sale soonest. */
  private List<TravelPackage> packages(ThoughtRequest request) {
    LocalDate today = Instant.ofEpochMilli(request.askedAt()).atZone(zone).toLocalDate();
    Optional<TravelPackage> subject =
        Optional.ofNullable(request.packageCode())
            .flatMap(catalog::find)
            .filter(one -> Availability.of(one, today) == Availability.AVAILABLE);
    return subject.map(List::of).orElseGet(() -> Availability.soonest(catalog, today, PACKAGES));
  }

  private static String answers(List<FaqEntry> entries, Language language) {
    return entries.stream()
        .map(entry -> "[%s] %s".formatted(entry.fact(), answer(entry, language)))
        .collect(Collectors.joining("\n"));
  }

  private static String answer(FaqEntry entry, Language language) {
    return Objects.requireNonNull(entry.answer().get(language));
  }

  private static String language(Language language) {
    return switch (language) {
      case ID -> "Bahasa Indonesia";
      case EN -> "English";
      case AR -> "Arabic";
    };
  }

  private static String random() {
    byte[] bytes = new byte[12];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
