package io.rihla.schemas.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
  private static final byte[] SECRET = "secret".getBytes();

  @Test
  void aPhoneAndALidWithTheSameDigitsAreDifferentCustomers() {
    assertThat(CustomerKey.ofPhone(SECRET, "138203818037365"))
        .isNotEqualTo(CustomerKey.ofLid(SECRET, "138203818037365"));
  }

  @Test
  void aConversationIsNamedAfterItsCustomer() {
    CustomerKey key = new CustomerKey("c_0123456789abcdef01234567");
    assertThat(key.conversationId()).isEqualTo("conv_0123456789abcdef");
  }

  @ParameterizedTest
  @CsvSource({
    "false_62811@c.us_3EB0, false, 62811@c.us, 3EB0,",
    "true_138203818037365@lid_3AED, true, 138203818037365@lid, 3AED,",
    "false_1203@g.us_3EB0_62822@c.us, false, 1203@g.us, 3EB0, 62822@c.us",
    "11111111111@c.us_AAAA, , 11111111111@c.us, AAAA,",
    "3EB0AA11, , , 3EB0AA11,",
    "WITH_UNDERSCORE, , , WITH_UNDERSCORE,",
    "false_62811@c.us_WITH_UNDERSCORE, false, 62811@c.us, WITH_UNDERSCORE,",
    "false_nonsense, false, , nonsense,",
  })
  void messageIdsOfEveryShapeAreRead(
      String text, Boolean fromMe, String chat, String bare, String participant) {
    MessageId id = MessageId.parse(text);
    assertThat(id.fromMe()).isEqualTo(Optional.ofNullable(fromMe));
    assertThat(id.chat().map(ChatId::toString)).isEqualTo(Optional.ofNullable(chat));
    assertThat(id.bare()).isEqualTo(bare);
    assertThat(id.participant()).isEqualTo(Optional.ofNullable(participant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"_", "true_", "false_@_", "@", "", "true__", "false_1@c.us_"})
  void nothingThatIsCalledAnIdIsRefused(String text) {
    if (!text.isEmpty()) {
      assertThat(MessageId.parse(text).bare()).isNotEmpty();
    }
  }

  @Test
  void whatsAppsOwnServerNameAndDevicesAreFolded() {
    assertThat(ChatId.parse("62811:12@s.whatsapp.net")).contains(ChatId.ofPhone("62811"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UMR_MAR_2027_HEMAT|UMR_MAR_2027_HEMAT",
        "halo kak umr_mar_2027_hemat ya|UMR_MAR_2027_HEMAT",
        "Umr-Mar-2027-Hemat|UMR_MAR_2027_HEMAT",
        "(UMR_RAM_2027_PLUS_TURKI).|UMR_RAM_2027_PLUS_TURKI",
      })
  void codesAreFoundAnywhereInAnyCase(String text, String code) {
    assertThat(CampaignCode.findAll(text)).containsExactly(new CampaignCode(code));
  }

  @Test
  void theOrderOfCodesIsKeptAndEachIsNamedOnce() {
    assertThat(CampaignCode.findAll("UMR_MAR_2027_A, umr_apr_2027_b dan UMR_MAR_2027_A"))
        .extracting(CampaignCode::value)
        .containsExactly("UMR_MAR_2027_A", "UMR_APR_2027_B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UMR_MAR_27_HEMAT", "umroh maret 2027", "XUMR_MAR", "a_b_c", "1_2_3_4"})
  void otherTextsAreNoCodes(String text) {
    assertThat(CampaignCode.findAll(text)).isEmpty();
  }
}
