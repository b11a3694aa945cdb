package io.rihla.api.leads;

import io.rihla.api.problem.FieldReader;
import io.rihla.api.reading.Phones;
import io.rihla.schemas.commands.CloseJourney;
import io.rihla.schemas.commands.PutLead;
import io.rihla.schemas.commands.RecordPayment;
import io.rihla.schemas.commands.RecordRefund;
import io.rihla.schemas.conversation.Outcome;
import io.rihla.schemas.conversation.Phase;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what is wanted of a lead; every bad field is named. */
final class LeadForms {
  private static final long MOST_MONEY = 1_000_000_000_000L;
  private static final int MOST_PILGRIMS = 1_000;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REFERENCE = 100;
  private static final int LONGEST_SUMMARY = 4_000;

  private LeadForms() {}

  static PutLead lead(FieldReader in) {
    String code = in.optionalText("interested_package", LONGEST_NAME);
    PutLead lead =
        new PutLead(
            phone(in),
            in.optionalText("name", LONGEST_NAME),
            Objects.requireNonNullElse(in.word("phase", Phase.class), Phase.LEADS),
            code == null ? null : code.toUpperCase(Locale.ROOT),
            in.optionalText("conversation_summary", LONGEST_SUMMARY),
            Objects.requireNonNullElse(in.optionalText("source", LONGEST_NAME), "api"),
            confidence(in));
    in.check();
    return lead;
  }

  static RecordPayment payment(FieldReader in, String leadId) {
    RecordPayment payment =
        new RecordPayment(
            reference(in),
            in.number("amount", 1, MOST_MONEY),
            currency(in),
            Math.toIntExact(in.number("pax", 1, MOST_PILGRIMS)),
            leadId);
    in.check();
    return payment;
  }

  static RecordRefund refund(FieldReader in, String leadId) {
    RecordRefund refund =
        new RecordRefund(reference(in), in.number("amount", 1, MOST_MONEY), currency(in), leadId);
    in.check();
    return refund;
  }

  static CloseJourney close(FieldReader in, Outcome outcome, String leadId) {
    String reason = in.text("reason");
    if (reason.length() > LONGEST_SUMMARY) {
      in.fault("reason", "must have at most %d characters".formatted(LONGEST_SUMMARY), "");
    }
    in.check();
    return new CloseJourney(outcome, reason, leadId);
  }

  private static String phone(FieldReader in) {
    String written = in.text("phone");
    return Phones.parse(written)
        .orElseGet(
            () ->
                written.isEmpty()
                    ? ""
                    : in.fault("phone", "is no phone number such as 6281234567890", ""));
  }

  private static String reference(FieldReader in) {
    String reference = in.text("reference");
    return reference.length() <= LONGEST_REFERENCE
        ? reference
        : in.fault("reference", "must have at most %d characters".formatted(LONGEST_REFERENCE), "");
  }

  private static String currency(FieldReader in) {
    String currency = in.text("currency", "IDR").toUpperCase(Locale.ROOT);
    return currency.matches("[A-Z]{3}")
        ? currency
        : in.fault("currency", "is no ISO 4217 code such as IDR", currency);
  }

  private static @Nullable Double confidence(FieldReader in) {
    return in.has("ai_confidence") ? in.decimal("ai_confidence", 0, 1) : null;
  }
}
