package io.rihla.api.campaigns;

import io.rihla.api.problem.FieldReader;
import io.rihla.schemas.campaigns.Campaign;
import io.rihla.schemas.identity.CampaignCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a campaign out of JSON. What the registry stamps is left empty. */
final class CampaignForm {
  private static final Pattern AD = Pattern.compile("[0-9]{3,32}");
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,31}");
  private static final int MOST_ADS = 1_000;
  private static final int LONGEST_NAME = 200;

  private final FieldReader in;
  private final String code;

  private CampaignForm(FieldReader in, String code) {
    this.in = in;
    this.code = code;
  }

  /** Reads it, or ends the request with every fault. */
  static Campaign read(FieldReader in, String codeInAddress) {
    CampaignForm form = new CampaignForm(in, codeInAddress);
    Campaign campaign = form.read();
    in.check();
    return campaign;
  }

  private Campaign read() {
    if (CampaignCode.parse(code).isEmpty()) {
      in.fault("code", "is no campaign code: write it like UMR_MAR_2027_HEMAT", "");
    } else if (!CampaignDirectory.normal(in.text("code", code)).equals(code)) {
      in.fault("code", "is another one than in the address", "");
    }
    String name = in.optionalText("name", LONGEST_NAME);
    return new Campaign(
        code,
        CampaignDirectory.normal(in.text("package_code", code)),
        name == null ? code : name,
        source(),
        ads(),
        link(),
        in.flag("active", true),
        0,
        "",
        "");
  }

  private String source() {
    String source = in.text("source", "meta").toLowerCase(Locale.ROOT);
    return SOURCE.matcher(source).matches()
        ? source
        : in.fault("source", "is a short word such as meta, tiktok or organic", source);
  }

  private List<String> ads() {
    Set<String> ads = new LinkedHashSet<>(in.texts("ad_ids"));
    for (String ad : ads) {
      if (!AD.matcher(ad).matches()) {
        in.fault("ad_ids", "has " + ad + ": an ad id of Meta is digits only", "");
      }
    }
    return ads.size() <= MOST_ADS
        ? List.copyOf(ads)
        : in.fault("ad_ids", "may have up to " + MOST_ADS + " ads", List.of());
  }

  private @Nullable String link() {
    String link = in.optionalText("link", 1_000);
    return link == null || link.matches("https?://[^\\s/]+[^\\s]*")
        ? link
        : in.fault("link", "must be an address such as https://wa.me/6281234567890", link);
  }
}
