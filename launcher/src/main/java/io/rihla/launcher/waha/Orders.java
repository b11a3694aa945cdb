package io.rihla.launcher.waha;

import org.jspecify.annotations.Nullable;

/** What the control calls are asked, field by field. */
final class Orders {
  private Orders() {}

  /** {@code POST /simulator/customers} */
  record NewCustomer(
      @Nullable String phone,
      @Nullable String lid,
      @Nullable String name,
      @Nullable Addressing addressing) {}

  /**
   * {@code POST /simulator/messages} and {@code /simulator/own-messages}
   *
   * @param customer id, phone or chat
   * @param kind text, image, document, video, audio, sticker, location or contact
   * @param text text or caption
   * @param file one of the ready-made attachments
   * @param timestamp epoch seconds or ms, absent for now
   */
  record NewMessage(
      @Nullable String customer,
      @Nullable String kind,
      @Nullable String text,
      @Nullable String file,
      @Nullable Double latitude,
      @Nullable Double longitude,
      @Nullable String title,
      @Nullable AdReferral ad,
      @Nullable String replyTo,
      @Nullable Long timestamp,
      @Nullable String messageId,
      boolean withholdWebhook) {}

  /**
   * {@code POST /simulator/edits}, {@code /simulator/revokes} and {@code /simulator/reactions}
   *
   * @param own whether the agency's phone reacts; edits and revokes follow the message
   */
  record Change(
      @Nullable String customer, @Nullable String messageId, @Nullable String text, boolean own) {}

  /** {@code POST /simulator/session} */
  record NewStatus(Session.@Nullable Status status) {}
}
