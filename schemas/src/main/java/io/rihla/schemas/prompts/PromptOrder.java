package io.rihla.schemas.prompts;

/** What a PromptCommand asks for. */
public sealed interface PromptOrder permits PutPrompt, MoveLabel {}
