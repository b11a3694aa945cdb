package io.rihla.schemas.functions;

/** How a part of a reply ended. */
public sealed interface DeliveryOutcome permits PartSent, PartFailed, PartCancelled {}
