package io.rihla.functions.brain.grounding;

import io.rihla.functions.brain.grounding.Claim.SpanUnit;
import io.rihla.schemas.catalog.TravelPackage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/** Everything the sources of one answer say; tells whether they say a claim. */
final class Knowledge {
  private final List<Claim> facts = new ArrayList<>();
  private final Set<Integer> people = new HashSet<>();
  private final List<Claim> wishes = new ArrayList<>();
  private final List<Claim.Money> perPerson = new ArrayList<>();
  private final List<Claim.Money> downPayments = new ArrayList<>();

  Knowledge(Sources sources) {
    for (TravelPackage subject : sources.packages()) {
      facts.addAll(PackageClaims.of(subject, sources.now()));
      perPerson.add(new Claim.Money(subject.price(), subject.currency(), ""));
      downPayments.add(
          new Claim.Money(subject.paymentTerms().downPayment(), subject.currency(), ""));
    }
    sources.texts().forEach(text -> facts.addAll(Claims.in(PlainText.of(text))));
    for (String words : sources.customer()) {
      people.addAll(People.in(words));
      wishes.addAll(Claims.in(PlainText.of(words)));
    }
  }

  /** The kind of fault a claim is, when nothing supports it. */
  Fault.Kind kind(Claim claim) {
    return switch (claim) {
      case Claim.Money money -> Fault.Kind.PRICE;
      case Claim.LoosePrice price -> Fault.Kind.PRICE;
      case Claim.Day day -> Fault.Kind.DATE;
      case Claim.DayOfMonth day -> Fault.Kind.DATE;
      case Claim.Month month -> Fault.Kind.DATE;
      case Claim.Year year -> Fault.Kind.DATE;
      case Claim.Span span -> Fault.Kind.DURATION;
      case Claim.Seats seats -> Fault.Kind.SEATS;
      case Claim.People group -> Fault.Kind.PEOPLE;
      case Claim.Code code -> Fault.Kind.CODE;
      case Claim.Address address -> Fault.Kind.ADDRESS;
      case Claim.Distance distance -> Fault.Kind.DISTANCE;
      case Claim.Stars stars -> Fault.Kind.STARS;
      case Claim.Percent percent -> Fault.Kind.PERCENT;
      case Claim.Clock clock -> Fault.Kind.TIME;
      case Claim.LongNumber number -> Fault.Kind.NUMBER;
    };
  }

  /** {@code text} is where the claim stands. */
  boolean supports(Claim claim, String text) {
    return switch (claim) {
      case Claim.Money money ->
          money(money) || (times(money, downPayments) && DownPayment.isMeant(text, money.shown()));
      case Claim.LoosePrice price ->
          DoubleStream.of(1, 1_000, 1_000_000)
              .mapToObj(scale -> new Claim.Money(price.number() * scale, "", ""))
              .anyMatch(
                  money ->
                      money(money)
                          || (times(money, downPayments) && price.shown().startsWith("dp")));
      case Claim.Day day -> any(Claim.Day.class, known -> same(day, known));
      case Claim.DayOfMonth day -> any(Claim.Day.class, known -> known.day() == day.day());
      case Claim.Month month -> month(month);
      case Claim.Year year ->
          any(Claim.Day.class, known -> Objects.equals(known.year(), year.year()))
              || any(Claim.Year.class, known -> known.year() == year.year())
              || wished(Claim.Year.class, known -> known.year() == year.year())
              || wished(Claim.Month.class, known -> Objects.equals(known.year(), year.year()));
      case Claim.Span span -> span(span);
      case Claim.Seats seats ->
          any(Claim.Seats.class, known -> known.seats() == seats.seats())
              || (!seats.remaining() && people.contains(seats.seats()));
      case Claim.People group ->
          group.people() == 1
              || people.contains(group.people())
              || any(Claim.People.class, known -> known.people() == group.people());
      case Claim.Code code ->
          any(Claim.Code.class, known -> known.code().equalsIgnoreCase(code.code()));
      case Claim.Address address ->
          any(Claim.Address.class, known -> known.address().equals(address.address()));
      case Claim.Distance distance ->
          any(Claim.Distance.class, known -> known.meters() == distance.meters());
      case Claim.Stars stars -> any(Claim.Stars.class, known -> known.stars() == stars.stars());
      case Claim.Percent percent ->
          any(Claim.Percent.class, known -> known.percent() == percent.percent());
      case Claim.Clock clock -> any(Claim.Clock.class, known -> known.time().equals(clock.time()));
      case Claim.LongNumber number ->
          any(Claim.LongNumber.class, known -> known.digits().equals(number.digits()))
              || money(new Claim.Money(Double.parseDouble(number.digits()), "", ""));
    };
  }

  /** A known amount, or exactly a price per person times the people the customer spoke of. */
  private boolean money(Claim.Money money) {
    return any(Claim.Money.class, known -> same(money, known, 1)) || times(money, perPerson);
  }

  private boolean times(Claim.Money money, List<Claim.Money> amounts) {
    return amounts.stream()
        .anyMatch(
            known ->
                same(money, known, 1)
                    || people.stream().anyMatch(count -> same(money, known, count)));
  }

  private static boolean same(Claim.Money money, Claim.Money known, int times) {
    return money.amount() == known.amount() * times
        && (money.currency().isEmpty()
            || known.currency().isEmpty()
            || money.currency().equals(known.currency()));
  }

  private static boolean same(Claim.Day day, Claim.Day known) {
    return day.day() == known.day()
        && day.month() == known.month()
        && (day.year() == null || known.year() == null || day.year().equals(known.year()));
  }

  private boolean month(Claim.Month month) {
    Predicate<Claim.Month> alike =
        known ->
            known.month() == month.month()
                && (month.year() == null || month.year().equals(known.year()));
    return any(
            Claim.Day.class, known -> alike.test(new Claim.Month(known.month(), known.year(), "")))
        || any(Claim.Month.class, alike)
        || wished(Claim.Month.class, alike);
  }

  private boolean span(Claim.Span span) {
    Claim.Span other =
        span.unit() == SpanUnit.WEEK ? new Claim.Span(span.length() * 7, SpanUnit.DAY, "") : span;
    return any(
        Claim.Span.class,
        known ->
            (known.unit() == span.unit() && known.length() == span.length())
                || (known.unit() == other.unit() && known.length() == other.length()));
  }

  private <C extends Claim> boolean any(Class<C> type, Predicate<C> test) {
    return facts.stream().filter(type::isInstance).map(type::cast).anyMatch(test);
  }

  private <C extends Claim> boolean wished(Class<C> type, Predicate<C> test) {
    return wishes.stream().filter(type::isInstance).map(type::cast).anyMatch(test);
  }
}
