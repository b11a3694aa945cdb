package io.rihla.api.packages;

import io.rihla.api.kafka.AdminAuditTail;
import io.rihla.api.kafka.EventLog;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.topics.CompactedTopicView;
import java.time.Clock;
import java.time.ZoneId;

/** What the catalog's routes stand on. */
public record PackageParts(
    CompactedTopicView<TravelPackage> catalog,
    EventLog log,
    AdminAuditTail audit,
    Clock clock,
    ZoneId zone) {}
