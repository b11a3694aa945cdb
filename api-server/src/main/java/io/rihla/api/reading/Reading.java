package io.rihla.api.reading;

/** What one body from WAHA tells. Reading never throws: what makes no sense is told as well. */
public sealed interface Reading permits Inbound, SessionStatus, Ignored, Unreadable {}
