package io.rihla.jobs.funnel;

/** Money that came in, or went back when negative, in minor-free units of the currency. */
public record Payment(long time, long seq, long amount, String currency, int pax) {}
