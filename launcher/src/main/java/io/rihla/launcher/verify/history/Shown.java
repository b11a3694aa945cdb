package io.rihla.launcher.verify.history;

/**
 * A message that WhatsApp shows a customer because WAHA was asked to send it.
 *
 * @param id bare message id
 * @param at epoch ms
 */
public record Shown(String chat, String id, long at) {}
