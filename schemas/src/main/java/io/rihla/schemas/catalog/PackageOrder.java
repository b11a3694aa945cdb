package io.rihla.schemas.catalog;

/** What a PackageCommand asks for. */
public sealed interface PackageOrder permits PutPackage, SyncSeats {}
