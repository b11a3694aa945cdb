package io.rihla.functions.brain.llm;

/** A language model and what it may cost: shared by all thoughts of a server. */
public final class Model {
  private final LlmSettings settings;
  private final LlmClient client;
  private final TokenBudgets budgets;

  public Model(LlmSettings settings) {
    this.settings = settings;
    this.client = new LlmClient(settings);
    this.budgets = new TokenBudgets(settings.dailyTokens(), settings.customerTokens());
  }

  LlmSettings settings() {
    return settings;
  }

  LlmClient client() {
    return client;
  }

  TokenBudgets budgets() {
    return budgets;
  }
}
