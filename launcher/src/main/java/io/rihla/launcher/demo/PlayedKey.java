package io.rihla.launcher.demo;

import java.util.Map;

/**
 * What a played season must lead to, whatever the bot answered in it: only what customers, the
 * market and the sales people did.
 *
 * @param played names the season; its campaigns and customers are in no other
 * @param messages by customer
 * @param firstTouch campaign by customer, empty for who named none
 * @param paid rupiah by customer
 * @param clicks by campaign
 * @param spend whole rupiah by campaign
 */
public record PlayedKey(
    String played,
    Map<String, Long> messages,
    Map<String, String> firstTouch,
    Map<String, Long> paid,
    Map<String, Long> clicks,
    Map<String, Long> spend) {}
