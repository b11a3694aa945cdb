package io.rihla.launcher.demo;

import java.util.List;

/**
 * An ad campaign of the season: its code is the code of the package it sells.
 *
 * @param ads Meta ad ids; none when it is advertised elsewhere and its link is followed
 * @param weight how many customers it brings, against the others
 * @param pull how ready to buy they are, 1 for usual
 * @param downPayment per person in {@code currency}
 */
record DemoCampaign(
    String code,
    String name,
    String source,
    List<String> ads,
    double weight,
    double pull,
    String currency,
    long downPayment) {}
