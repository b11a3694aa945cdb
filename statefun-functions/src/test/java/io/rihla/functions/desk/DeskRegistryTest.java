package io.rihla.functions.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.campaigns.Campaign;
import io.rihla.schemas.codec.Codec;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.desk.*;
import io.rihla.schemas.functions.DeskState;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeskRegistryTest {
  private static final long NOW = 1_800_000_000_000L;

  private DeskState state = DeskRegistry.begin();
  private int commands;

  private Verdict order(String subject, DeskOrder order) {
    return order("cmd_" + ++commands, subject, order);
  }

  private Verdict order(String id, String subject, DeskOrder order) {
    DeskCommand command = new DeskCommand(id, NOW, "ani", Role.SYSTEM_ADMIN, null, subject, order);
    Verdict verdict = DeskRegistry.decide(state, command, NOW + commands);
    Codec<DeskState> codec = Codec.of(DeskState.class);
    verdict.changed().ifPresent(changed -> state = codec.decode(codec.encode(changed)));
    return verdict;
  }

  private static void accepted(Verdict verdict) {
    assertThat(verdict.action().outcome())
        .as(verdict.action().reason())
        .isEqualTo(AuditOutcome.ACCEPTED);
  }

  private static void refused(Verdict verdict, String because) {
    assertThat(verdict.action().outcome()).isEqualTo(AuditOutcome.REJECTED);
    assertThat(verdict.action().reason()).contains(because);
    assertThat(verdict.changed()).isEmpty();
  }

  private static Experiment experiment(int... weights) {
    List<Variant> variants = new java.util.ArrayList<>();
    for (int weight : weights) {
      variants.add(new Variant("v" + variants.size(), weight, null, null, null, null));
    }
    return new Experiment(
        "warm",
        "",
        ExperimentGoal.BOOKING,
        ExperimentStatus.DRAFT,
        variants,
        null,
        null,
        0,
        0,
        "",
        "");
  }

  @Test
  void aCampaignIsKeptUnderItsOwnCodeAndStampedWithWhoPutIt() {
    Campaign campaign =
        new Campaign(
            "UMR_MAR_2027_HEMAT",
            "UMR_MAR_2027_HEMAT",
            "March",
            "meta",
            List.of("123"),
            null,
            true,
            0,
            "",
            "");
    accepted(order(DeskSubject.campaign("UMR_MAR_2027_HEMAT"), new PutCampaign(campaign)));
    assertThat(state.campaign().updatedBy()).isEqualTo("ani");
    assertThat(state.campaign().cause()).isEqualTo("cmd_1");
    refused(order(DeskSubject.campaign("UMR_APR_2027_VIP"), new PutCampaign(campaign)), "code");
  }

  @Test
  void aRunningExperimentIsNotChangedButStoppedFirst() {
    String subject = DeskSubject.experiment("warm");
    refused(order(subject, new SwitchExperiment(ExperimentStatus.RUNNING)), "no such experiment");
    accepted(order(subject, new PutExperiment(experiment(1, 1))));
    refused(order(subject, new SwitchExperiment(ExperimentStatus.STOPPED)), "does not run");
    accepted(order(subject, new SwitchExperiment(ExperimentStatus.RUNNING)));
    assertThat(state.experiment().startedAt()).isEqualTo(NOW + commands);
    refused(order(subject, new PutExperiment(experiment(2, 1))), "running");
    accepted(order(subject, new SwitchExperiment(ExperimentStatus.STOPPED)));
    assertThat(state.experiment().stoppedAt()).isEqualTo(NOW + commands);
    accepted(order(subject, new PutExperiment(experiment(2, 1))));
    assertThat(state.experiment().status()).isEqualTo(ExperimentStatus.DRAFT);
    assertThat(state.experiment().startedAt()).isNull();
    assertThat(state.experiment().version()).isEqualTo(4);
  }

  @Test
  void anExperimentNeedsTwoArmsThatSomebodyCanBeIn() {
    String subject = DeskSubject.experiment("warm");
    refused(order(subject, new PutExperiment(experiment(1))), "two or more");
    refused(order(subject, new PutExperiment(experiment(0, 0))), "weight");
    refused(order(subject, new PutExperiment(experiment(-1, 2))), "weight");
  }

  @Test
  void settingsReplaceAllButTheSessionsThatAreLive() {
    accepted(order(DeskSubject.SETTINGS, new GoLive("default", NOW)));
    assertThat(state.settings().botOn()).isTrue();
    accepted(
        order(
            DeskSubject.SETTINGS,
            new PutSettings(SettingsView.usual().withBotOn(false).withVersion(1))));
    assertThat(state.settings().live()).containsExactly(new SessionLive("default", NOW));
    assertThat(state.settings().botOn()).isFalse();
    assertThat(state.settings().version()).isEqualTo(2);
    refused(
        order(DeskSubject.SETTINGS, new PutSettings(SettingsView.usual().withVersion(1))),
        "changed meanwhile");
  }

  @Test
  void aSessionGoesLiveOnceWhateverNumberOfServersSaySo() {
    accepted(order(DeskSubject.SETTINGS, new GoLive("default", NOW)));
    Verdict again = order(DeskSubject.SETTINGS, new GoLive("default", NOW + 5));
    accepted(again);
    assertThat(again.changed()).isEmpty();
    accepted(order(DeskSubject.SETTINGS, new GoLive("second", NOW + 6)));
    assertThat(state.settings().live()).hasSize(2);
  }

  @Test
  void theSameCommandAgainChangesNothing() {
    PutSettings put = new PutSettings(SettingsView.usual().withClaimMinutes(5));
    accepted(order("cmd_x", DeskSubject.SETTINGS, put));
    Verdict again = order("cmd_x", DeskSubject.SETTINGS, put);
    accepted(again);
    assertThat(again.changed()).isEmpty();
    assertThat(again.action().version()).isEqualTo(1);
  }
}
