package io.rihla.functions.statefun;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.catalog.PackageCommand;
import io.rihla.schemas.catalog.PutPackage;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.desk.DeskCommand;
import io.rihla.schemas.desk.DeskSubject;
import io.rihla.schemas.desk.GoLive;
import io.rihla.schemas.prompts.PromptCommand;
import io.rihla.schemas.prompts.PromptType;
import io.rihla.schemas.prompts.PutPrompt;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.flink.statefun.sdk.java.Address;
import org.apache.flink.statefun.sdk.java.message.Message;
import org.apache.flink.statefun.sdk.java.message.MessageBuilder;
import org.apache.flink.statefun.sdk.java.testing.TestContext;
import org.junit.jupiter.api.Test;

class RegistriesTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(Samples.NOW));

  @Test
  void aPackageIsPublishedWithTheNextVersionAndAStaleWriterIsRejected() {
    PackageFn packages = new PackageFn(CLOCK);
    TestContext context = TestContext.forTarget(new Address(Types.PACKAGE, "UMR_MAR_2027_HEMAT"));
    packages.apply(context, put(context, "c1", 0)).join();
    packages.apply(context, put(context, "c2", 1)).join();
    packages.apply(context, put(context, "c3", 1)).join();
    TravelPackage current = context.storage().get(PackageFn.CURRENT).orElseThrow();
    assertThat(current.version()).isEqualTo(2);
    assertThat(current.cause()).isEqualTo("c2");
    // two accepted: value and audit each; one rejected: audit alone
    assertThat(context.getSentEgressMessages()).hasSize(5);
    assertThat(AuditOutcome.values()).contains(AuditOutcome.REJECTED);
  }

  @Test
  void aPromptIsPublishedWithTheVersionItReplacesAndARefusalIsAnsweredToo() {
    PromptFn prompts = new PromptFn(CLOCK);
    TestContext context = TestContext.forTarget(new Address(Types.PROMPT, "RULES"));
    prompts.apply(context, prompt(context, "c1", "Be kind.")).join();
    // what was shipped loses its label, the new version has it, and the audit
    assertThat(context.getSentEgressMessages()).hasSize(3);
    prompts.apply(context, prompt(context, "c2", "Be rude.")).join();
    assertThat(context.getSentEgressMessages()).hasSize(4);
    assertThat(context.storage().get(PromptFn.STATE).orElseThrow().versions()).hasSize(2);
  }

  @Test
  void settingsAreAnsweredInTheAuditAndPublishedWhenTheyChange() {
    DeskFn desk = new DeskFn(CLOCK);
    TestContext context = TestContext.forTarget(new Address(Types.DESK, DeskSubject.SETTINGS));
    desk.apply(context, live(context, "c1")).join();
    assertThat(context.getSentEgressMessages()).hasSize(2);
    desk.apply(context, live(context, "c2")).join();
    assertThat(context.getSentEgressMessages()).hasSize(3);
    assertThat(context.storage().get(DeskFn.STATE).orElseThrow().settings().live()).hasSize(1);
  }

  private static Message prompt(TestContext context, String id, String content) {
    return MessageBuilder.forAddress(context.self())
        .withCustomType(
            Types.PROMPT_COMMAND,
            new PromptCommand(
                id,
                Samples.NOW,
                "ani",
                Role.MARKETING_ADMIN,
                null,
                PromptType.RULES,
                new PutPrompt("v1", Language.ID, content, "ani", true, null)))
        .build();
  }

  private static Message live(TestContext context, String id) {
    return MessageBuilder.forAddress(context.self())
        .withCustomType(
            Types.DESK_COMMAND,
            new DeskCommand(
                id,
                Samples.NOW,
                "system",
                Role.SYSTEM_ADMIN,
                null,
                DeskSubject.SETTINGS,
                new GoLive("default", Samples.NOW)))
        .build();
  }

  private static Message put(TestContext context, String id, int version) {
    TravelPackage value =
        Samples.travelPackage("UMR_MAR_2027_HEMAT", "2027-03-15", 9).withVersion(version);
    return MessageBuilder.forAddress(context.self())
        .withCustomType(
            Types.PACKAGE_COMMAND,
            new PackageCommand(
                id,
                Samples.NOW,
                "ani",
                Role.SYSTEM_ADMIN,
                null,
                value.code(),
                new PutPackage(value)))
        .build();
  }
}
