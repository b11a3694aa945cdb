package io.rihla.launcher.verify.history;

import java.util.List;

/**
 * The table {@code events}.
 *
 * @param rows as they lie there, before the engine has merged doubles
 * @param events as they are read, with FINAL
 */
public record Archive(long rows, List<ArchivedEvent> events) {}
