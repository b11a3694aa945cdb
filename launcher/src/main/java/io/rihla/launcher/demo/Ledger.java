package io.rihla.launcher.demo;

import io.rihla.launcher.demo.AnswerKey.AdDay;
import io.rihla.launcher.demo.AnswerKey.CampaignFigures;
import io.rihla.launcher.demo.AnswerKey.ResponseTimes;
import io.rihla.launcher.demo.AnswerKey.Silences;
import io.rihla.schemas.conversation.HandoverReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was decided, never what was told about it. */
final class Ledger {
  private record AdOfDay(String day, String campaign, String ad) {}

  /** What one ad cost and brought on one day. */
  private static final class Account {
    long clicks;
    Steps journeys = Steps.NONE;
    final Map<String, Long> revenue = new TreeMap<>();
    final Map<String, Long> spendCents = new TreeMap<>();
  }

  private final Season season;
  private final Map<String, Map<String, Steps>> funnel = new TreeMap<>();
  private final Map<String, Silences> dropOffs = new TreeMap<>();
  private final Map<AdOfDay, Account> accounts = new HashMap<>();
  private final Map<String, Long> conversations = new HashMap<>();
  private final Map<String, Long> questions = new TreeMap<>();
  private final Map<String, Long> answers = new TreeMap<>();
  private final Map<String, Long> escalations = new TreeMap<>();
  private final Map<String, Long> handovers = new TreeMap<>();
  private final Map<String, Long> ratings = new TreeMap<>();
  private int[] responses = new int[1024];
  private int responded;
  private long returning;
  private Episodes.Counts episodes = Episodes.Counts.NONE;

  Ledger(Season season) {
    this.season = season;
  }

  void happened(Customer customer, Deed deed) {
    customer.episodes.happened(deed);
    switch (deed) {
      case Deed.Asked asked -> asked(asked);
      case Deed.Rated rated -> count(ratings, Integer.toString(rated.score()));
      case Deed.Claimed claimed -> {}
      case Deed.DeskSaid said -> {}
      case Deed.GivenBack back -> {}
      case Deed.Paid paid -> {}
      case Deed.Refunded refunded -> {}
      case Deed.Closed closed -> {}
    }
  }

  private void asked(Deed.Asked asked) {
    switch (asked.fate()) {
      case Fate.Answered answered -> {
        count(questions, answered.topic().name());
        count(answers, answered.prompt());
        respond((int) (answered.acceptedAt() - asked.said().getFirst().learnedAt()));
        HandoverReason need = answered.need();
        if (need != null) {
          count(answered.handover() ? handovers : escalations, need.name());
        }
      }
      case Fate.Stale stale when stale.escalates() ->
          count(escalations, HandoverReason.STALE_MESSAGE.name());
      case Fate.Stale stale -> {}
      case Fate.Unheard unheard -> {}
    }
  }

  private void respond(int millis) {
    if (responded == responses.length) {
      responses = Arrays.copyOf(responses, responded * 2);
    }
    responses[responded++] = millis;
  }

  /** A journey is over, or the season is. */
  void over(Customer customer, Journey journey) {
    Steps steps = Steps.of(journey);
    DemoCampaign by = journey.campaign;
    String campaign = by == null ? "" : by.code();
    funnel("total", "", steps);
    funnel("campaign", campaign, steps);
    funnel("day", season.day(journey.openedAt).toString(), steps);
    funnel("language", journey.answers == 0 ? "" : customer.tongue.detected.name(), steps);
    String prompt = journey.firstPrompt;
    funnel("prompt_version", prompt == null ? "" : prompt, steps);
    String variant = journey.variant;
    if (variant != null) {
      funnel("variant", variant, steps);
    }
    if (journey.number == 2) {
      returning++;
    }
    for (Journey.DropOff silence : journey.dropOffs(season.endMillis())) {
      boolean closed = !silence.returned() && !journey.open();
      boolean lasting = !silence.returned() && journey.open();
      dropOffs.merge(
          silence.phase().name(),
          new Silences(1, silence.returned() ? 1 : 0, closed ? 1 : 0, lasting ? 1 : 0),
          Silences::plus);
    }
    if (journey.attributed) {
      String ad = journey.ad;
      Account account =
          account(season.day(journey.touchedAt).toString(), campaign, ad == null ? "" : ad);
      account.journeys = account.journeys.plus(steps);
      if (!journey.currency.isEmpty()) {
        account.revenue.merge(journey.currency, journey.paid - journey.refunded, Long::sum);
      }
      if (customer.touched.add(campaign)) {
        count(conversations, campaign);
      }
    }
  }

  /** Nothing more will happen to this customer. */
  void gone(Customer customer) {
    episodes = episodes.plus(customer.episodes.count());
  }

  void advertised(
      String day, String campaign, String ad, long clicks, String currency, long cents) {
    Account account = account(day, campaign, ad);
    account.clicks += clicks;
    if (!currency.isEmpty()) {
      account.spendCents.merge(currency, cents, Long::sum);
    }
  }

  private Account account(String day, String campaign, String ad) {
    return accounts.computeIfAbsent(new AdOfDay(day, campaign, ad), any -> new Account());
  }

  private void funnel(String breakdown, String value, Steps steps) {
    funnel.computeIfAbsent(breakdown, any -> new TreeMap<>()).merge(value, steps, Steps::plus);
  }

  private static void count(Map<String, Long> counts, String what) {
    counts.merge(what, 1L, Long::sum);
  }

  AnswerKey close(long events) {
    return new AnswerKey(
        season.session(),
        season.seed(),
        season.customers(),
        season.days(),
        season.zone().getId(),
        season.startMillis(),
        season.endMillis(),
        events,
        returning,
        funnel,
        dropOffs,
        campaigns(),
        adDays(),
        questions,
        answers,
        escalations,
        handovers,
        episodes,
        responseTimes(),
        ratings);
  }

  private Map<String, CampaignFigures> campaigns() {
    Map<String, CampaignFigures> figures = new TreeMap<>();
    accounts.forEach(
        (of, account) ->
            figures.merge(
                of.campaign(),
                new CampaignFigures(
                    account.clicks,
                    conversations.getOrDefault(of.campaign(), 0L),
                    account.journeys,
                    account.revenue,
                    account.spendCents),
                Ledger::sum));
    return figures;
  }

  private static CampaignFigures sum(CampaignFigures one, CampaignFigures other) {
    return new CampaignFigures(
        one.clicks() + other.clicks(),
        one.conversations(),
        one.journeys().plus(other.journeys()),
        sum(one.revenue(), other.revenue()),
        sum(one.spendCents(), other.spendCents()));
  }

  private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
    Map<String, Long> sum = new TreeMap<>(one);
    other.forEach((currency, amount) -> sum.merge(currency, amount, Long::sum));
    return sum;
  }

  private List<AdDay> adDays() {
    List<AdDay> days = new ArrayList<>();
    accounts.forEach(
        (of, account) ->
            days.add(
                new AdDay(
                    of.day(),
                    of.campaign(),
                    of.ad(),
                    account.clicks,
                    account.journeys,
                    account.revenue,
                    account.spendCents)));
    days.sort(
        Comparator.comparing(AdDay::day).thenComparing(AdDay::campaign).thenComparing(AdDay::ad));
    return days;
  }

  private ResponseTimes responseTimes() {
    int[] sorted = Arrays.copyOf(responses, responded);
    Arrays.sort(sorted);
    return responded == 0
        ? new ResponseTimes(0, 0, 0, 0)
        : new ResponseTimes(
            responded,
            sorted[(int) Math.min(responded - 1, Math.floor(0.5 * responded))],
            sorted[(int) Math.min(responded - 1, Math.floor(0.95 * responded))],
            Arrays.stream(sorted).average().orElse(0));
  }
}
