package io.rihla.schemas.ads;

/** What an AdsActivity tells. */
public sealed interface AdsFact permits Click, AdInsight {}
