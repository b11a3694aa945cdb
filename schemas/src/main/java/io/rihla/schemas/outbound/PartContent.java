package io.rihla.schemas.outbound;

/** What a ReplyPart shows. */
public sealed interface PartContent permits TextPart, FilePart, PositionPart {}
