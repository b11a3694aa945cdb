package io.rihla.functions.brain.llm;

import io.rihla.functions.brain.Conversed;
import io.rihla.functions.brain.Voice;
import io.rihla.functions.brain.checks.Secrets;
import io.rihla.functions.brain.grounding.Sources;
import io.rihla.functions.packages.Availability;
import io.rihla.functions.packages.Catalog;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.prompts.FaqEntry;
import io.rihla.schemas.prompts.PromptType;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
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

  private static final String ANSWERS = "Frequent questions, with the agency's answers:\n";

  private final Voice voice;
  private final Catalog catalog;
  private final String company;
  private final ZoneId zone;

  Composer(Voice voice, Catalog catalog, String company, ZoneId zone) {
    this.voice = voice;
    this.catalog = catalog;
    this.company = company;
    this.zone = zone;
  }

  Prompt compose(ThoughtRequest request) {
    Transcript transcript = new Transcript(random());
    String canary = "ref-" + random();
    List<TravelPackage> packages = packages(request);
    List<FaqEntry> entries =
        voice.faq().findInAnyLanguage(Transcript.newest(request), request.language(), ENTRIES);
    String system =
        Stream.of(
                voice.section(PromptType.BASE),
                voice.section(PromptType.PERSONALITY),
                voice.section(PromptType.COMPANY),
                "Packages:\n" + PackageData.lines(packages, request.askedAt()),
                voice.section(PromptType.RULES),
                ANSWERS + answers(entries, request.language()),
                voice.section(PromptType.ESCALATION))
            .collect(Collectors.joining("\n\n"))
            .replace("{company}", company)
            .replace("{language}", language(request.language()))
            .replace("{marker}", transcript.marker())
            .replace("{canary}", canary);
    return new Prompt(
        system,
        transcript.of(request),
        voice.prompts().version(),
        new Sources(
            packages,
            Stream.concat(
                    Stream.of(voice.section(PromptType.COMPANY)),
                    entries.stream().map(entry -> entry.answerOrBahasa(request.language())))
                .toList(),
            Conversed.customer(request),
            request.askedAt()),
        Secrets.of(
            canary,
            Stream.of(
                    PromptType.BASE,
                    PromptType.PERSONALITY,
                    PromptType.RULES,
                    PromptType.ESCALATION)
                .map(voice::section)
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
        .map(entry -> "[%s] %s".formatted(entry.fact(), entry.answerOrBahasa(language)))
        .collect(Collectors.joining("\n"));
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
