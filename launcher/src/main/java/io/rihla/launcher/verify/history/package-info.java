/** What a run left behind: in Kafka, at WhatsApp, in ClickHouse. */
@org.jspecify.annotations.NullMarked
package io.rihla.launcher.verify.history;
