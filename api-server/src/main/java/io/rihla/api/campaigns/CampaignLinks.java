package io.rihla.api.campaigns;

import io.rihla.schemas.campaigns.Campaign;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The addresses that lead a customer to us.
 *
 * @param publicUrl where the outside reaches this api
 * @param number our WhatsApp number, E.164 digits
 */
public record CampaignLinks(URI publicUrl, Optional<String> number) {

  /** Logs the click and sends on. */
  public String tracked(String code) {
    return publicUrl + "/c/" + code;
  }

  /** The same for Meta, which puts the ad's id where it finds this macro. */
  public String trackedByMeta(String code) {
    return tracked(code) + "?ad_id={{ad.id}}";
  }

  /** The chat with the code written already; empty when no number is known. */
  public Optional<String> chat(String code) {
    return number.map(digits -> "https://wa.me/" + digits + "?text=" + encoded(code));
  }

  /** The chat with nothing written. */
  public Optional<String> generalChat() {
    return number.map(digits -> "https://wa.me/" + digits);
  }

  /** Where a click goes: the campaign's own link, else the chat. */
  public Optional<String> target(Campaign campaign) {
    return Optional.ofNullable(campaign.link()).or(() -> chat(campaign.code()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
