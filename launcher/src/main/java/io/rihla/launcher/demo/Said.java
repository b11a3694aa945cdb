package io.rihla.launcher.demo;

/** A message of a customer: when it was written and when the desk learned of it, epoch ms. */
record Said(String text, long writtenAt, long learnedAt) {}
