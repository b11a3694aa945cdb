package io.rihla.api.testing;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.campaigns.Campaign;
import io.rihla.schemas.catalog.PaymentTerms;
import io.rihla.schemas.catalog.SalesStatus;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.desk.DeskCommand;
import io.rihla.schemas.desk.PutCampaign;
import io.rihla.schemas.topics.Topics;
import java.util.List;

/** Plays the registry of the desk over real topics, as far as campaigns go. */
public final class FakeCampaigns extends FakeWriter<DeskCommand> {
  public FakeCampaigns(Broker broker) {
    super(broker, Topics.DESK_COMMANDS);
    start();
  }

  /** Puts a package into the catalog past its registry. */
  public void sells(String code) {
    TravelPackage sold =
        new TravelPackage(
            code,
            "Umroh",
            25_000_000,
            "IDR",
            "2027-03-15",
            "Jakarta",
            9,
            45,
            45,
            0,
            SalesStatus.OPEN,
            List.of(),
            "",
            List.of(),
            List.of(),
            new PaymentTerms(0, 0, null),
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            null,
            1,
            0,
            "test",
            "test");
    send(Topics.CATALOG.record(code, sold));
  }

  @Override
  void decide(String key, DeskCommand command) {
    if (!(command.order() instanceof PutCampaign put)) {
      return;
    }
    Campaign stored =
        put.campaign()
            .withUpdatedAt(System.currentTimeMillis())
            .withUpdatedBy(command.actor())
            .withCause(command.commandId());
    send(Topics.CAMPAIGNS.record(stored.code(), stored));
    answer(
        new AdminAction(
            command.commandId(),
            System.currentTimeMillis(),
            command.actor(),
            command.role(),
            command.origin(),
            "campaign.put",
            key,
            AuditOutcome.ACCEPTED,
            null,
            null));
  }
}
