// Written by generate.mjs from src/providers/*.toml; do not edit.

/** The name of a built-in provider. */
export type ProviderName =
  | "agentbot"
  | "bookbag"
  | "chatbase"
  | "digivault"
  | "github"
  | "libromi"
  | "shopify"
  | "slack"
  | "standard-webhooks"
  | "stripe";
