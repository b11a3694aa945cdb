package io.rihla.schemas.desk;

/** What a DeskCommand asks for. */
public sealed interface DeskOrder
    permits PutCampaign, PutExperiment, SwitchExperiment, PutSettings, GoLive {}
