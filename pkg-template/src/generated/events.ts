// Written by generate.mjs from src/providers/*.toml; do not edit.

/** Fields that a provider sends and does not document. */
export type Undocumented = { readonly [field: string]: unknown };

/** The documented events of every provider that documents some and signs their type. */
export interface ProviderEvents {
  agentbot: AgentbotEvents;
  bookbag: BookbagEvents;
  chatbase: ChatbaseEvents;
  digivault: DigiVaultEvents;
  libromi: LibromiEvents;
  slack: SlackEvents;
  "standard-webhooks": StandardWebhooksEvents;
  stripe: StripeEvents;
}

/** The documented events of providers that name the event in a header, which is not signed. */
export interface HeaderEvents {
  github: GitHubEvents;
  shopify: ShopifyEvents;
}

/** The events of which there is a sample, by provider. */
export interface SampledEvents {
  agentbot:
    | "conversation.created"
    | "conversation.closed"
    | "message.created"
    | "conversation.needs_human"
    | "ticket.created"
    | "ticket.updated";
  bookbag:
    | "conversation.replied"
    | "conversation.ended"
    | "lead.created"
    | "action.run";
  chatbase:
    | "leads.submit";
  digivault:
    | "conversation.created"
    | "conversation.updated"
    | "conversation.archived"
    | "conversation.deleted"
    | "conversation.message.created"
    | "conversation.message.updated"
    | "conversation.message.deleted"
    | "conversation.message.read"
    | "contact.created"
    | "contact.updated"
    | "contact.deleted"
    | "group.created"
    | "group.updated"
    | "group.member_added"
    | "group.member_removed"
    | "group.deleted";
  github:
    | "ping"
    | "push"
    | "create"
    | "delete"
    | "pull_request"
    | "pull_request_review"
    | "issues"
    | "issue_comment"
    | "release"
    | "workflow_run"
    | "check_run"
    | "star"
    | "installation";
  libromi:
    | "message.received"
    | "message.sent"
    | "contact.created"
    | "contact.updated"
    | "chatbot.triggered";
  shopify:
    | "orders/create"
    | "orders/paid"
    | "products/update"
    | "customers/create"
    | "app/uninstalled";
  slack:
    | "url_verification"
    | "event_callback"
    | "app_rate_limited";
  "standard-webhooks":
    | "contact.created"
    | "contact.updated"
    | "invoice.paid";
  stripe:
    | "checkout.session.completed"
    | "checkout.session.async_payment_succeeded"
    | "checkout.session.expired"
    | "payment_intent.created"
    | "payment_intent.succeeded"
    | "payment_intent.payment_failed"
    | "charge.succeeded"
    | "charge.failed"
    | "charge.refunded"
    | "charge.dispute.created"
    | "customer.created"
    | "customer.subscription.created"
    | "customer.subscription.updated"
    | "customer.subscription.trial_will_end"
    | "customer.subscription.deleted"
    | "invoice.created"
    | "invoice.finalized"
    | "invoice.paid"
    | "invoice.payment_succeeded"
    | "invoice.payment_failed";
}

/** The body of every event of Agentbot. */
export type AgentbotBody<Type extends string, Payload> = { event: Type; timestamp: string; site_id: string; data: Payload } & Undocumented;

/** The events that Agentbot documents, by type. */
export interface AgentbotEvents {
  /** A new conversation starts. */
  "conversation.created": AgentbotBody<"conversation.created", Record<string, unknown>>;
  /** An agent closes a conversation. */
  "conversation.closed": AgentbotBody<"conversation.closed", Record<string, unknown>>;
  /** A visitor, an agent or the AI writes a message. */
  "message.created": AgentbotBody<"message.created", {
  conversation_id: string;
  message_id: string;
  sender_type: "visitor" | (string & {});
  body: string;
  visitor_email: string | null;
  visitor_name: string | null;
} & Undocumented>;
  /** The AI asks for a human to take over. */
  "conversation.needs_human": AgentbotBody<"conversation.needs_human", Record<string, unknown>>;
  /** The AI or a person files a ticket. */
  "ticket.created": AgentbotBody<"ticket.created", Record<string, unknown>>;
  /** A ticket's status, priority or assignee changes. */
  "ticket.updated": AgentbotBody<"ticket.updated", Record<string, unknown>>;
}

/** The body of every event of Bookbag. */
export type BookbagBody<Type extends string, Payload> = { event: Type; data: Payload; ts: number } & Undocumented;

/** The events that Bookbag documents, by type. */
export interface BookbagEvents {
  /** The agent posts a reply in a conversation. */
  "conversation.replied": BookbagBody<"conversation.replied", { conversation_id?: string; conversationId?: string | number; agent_id?: number; message?: string } & Undocumented>;
  /** A conversation is closed or resolved. */
  "conversation.ended": BookbagBody<"conversation.ended", Record<string, unknown>>;
  /** A conversation is handed over to a human or a help desk. */
  "conversation.escalated": BookbagBody<"conversation.escalated", { conversationId?: string | number; target?: unknown; transcript?: unknown } & Undocumented>;
  /** An agent captures a lead. */
  "lead.created": BookbagBody<"lead.created", { leadId?: string | number; agentId?: string | number; fields?: Undocumented } & Undocumented>;
  /** A custom action, an escalation or another action runs. */
  "action.run": BookbagBody<"action.run", Record<string, unknown>>;
  /** An outbound campaign is sent. */
  "campaign.sent": BookbagBody<"campaign.sent", { campaignId?: string | number; agentId?: string | number; recipients?: unknown; message?: unknown; channel?: unknown } & Undocumented>;
}

/** The body of every event of Chatbase. */
export type ChatbaseBody<Type extends string, Payload> = { eventType: Type; chatbotId: string; payload: Payload } & Undocumented;

/** The events that Chatbase documents, by type. */
export interface ChatbaseEvents {
  /** A customer leaves name, e-mail and phone with the chatbot. */
  "leads.submit": ChatbaseBody<"leads.submit", { conversationId?: string; customerEmail?: string; customerName?: string; customerPhone?: string } & Undocumented>;
}

/** A part of what DigiVault sends. */
export type DigiVaultContact = { id: string; username: string; name: string; avatar_url: string } & Undocumented;

/** The body of every event of DigiVault. */
export type DigiVaultBody<Type extends string, Payload> = { id: string; type: Type; created_at: number; data: { object: Payload } & Undocumented } & Undocumented;

/** The events that DigiVault documents, by type. */
export interface DigiVaultEvents {
  /** A conversation is created. */
  "conversation.created": DigiVaultBody<"conversation.created", Record<string, unknown>>;
  /** A conversation is updated. */
  "conversation.updated": DigiVaultBody<"conversation.updated", Record<string, unknown>>;
  /** A conversation is archived. */
  "conversation.archived": DigiVaultBody<"conversation.archived", Record<string, unknown>>;
  /** A conversation is deleted. */
  "conversation.deleted": DigiVaultBody<"conversation.deleted", Record<string, unknown>>;
  /** A message is sent in a conversation. */
  "conversation.message.created": DigiVaultBody<"conversation.message.created", { id: string; conversation_id: string; contact?: DigiVaultContact; message: string; created_at: number } & Undocumented>;
  /** A message is edited. */
  "conversation.message.updated": DigiVaultBody<"conversation.message.updated", Record<string, unknown>>;
  /** A message is deleted. */
  "conversation.message.deleted": DigiVaultBody<"conversation.message.deleted", Record<string, unknown>>;
  /** A message is read. */
  "conversation.message.read": DigiVaultBody<"conversation.message.read", Record<string, unknown>>;
  /** A contact is created. */
  "contact.created": DigiVaultBody<"contact.created", Record<string, unknown>>;
  /** A contact is updated. */
  "contact.updated": DigiVaultBody<"contact.updated", Record<string, unknown>>;
  /** A contact is deleted. */
  "contact.deleted": DigiVaultBody<"contact.deleted", Record<string, unknown>>;
  /** A group is created. */
  "group.created": DigiVaultBody<"group.created", Record<string, unknown>>;
  /** A group is updated. */
  "group.updated": DigiVaultBody<"group.updated", Record<string, unknown>>;
  /** A member joins a group. */
  "group.member_added": DigiVaultBody<"group.member_added", Record<string, unknown>>;
  /** A member leaves a group. */
  "group.member_removed": DigiVaultBody<"group.member_removed", Record<string, unknown>>;
  /** A group is deleted. */
  "group.deleted": DigiVaultBody<"group.deleted", Record<string, unknown>>;
}

/** A part of what GitHub sends. */
export type GitHubUser = { login: string; id: number; avatar_url?: string; html_url?: string; site_admin?: boolean; type?: string } & Undocumented;

/** A part of what GitHub sends. */
export type GitHubOrganization = { login: string; id: number; description: string | null } & Undocumented;

/** A part of what GitHub sends. */
export type GitHubRepository = {
  id: number;
  name: string;
  full_name: string;
  private: boolean;
  owner: GitHubUser;
  html_url: string;
  description: string | null;
  fork: boolean;
  default_branch: string;
} & Undocumented;

/** A part of what GitHub sends. */
export type GitHubCommon = { repository: GitHubRepository; sender: GitHubUser; organization?: GitHubOrganization; installation?: { id: number; node_id: string } & Undocumented } & Undocumented;

/** A part of what GitHub sends. */
export type GitHubAuthor = { name: string; email: string | null; username?: string; date?: string } & Undocumented;

/** A part of what GitHub sends. */
export type GitHubCommit = {
  id: string;
  tree_id: string;
  distinct: boolean;
  message: string;
  timestamp: string;
  url: string;
  author: GitHubAuthor;
  committer: GitHubAuthor;
  added?: string[];
  removed?: string[];
  modified?: string[];
} & Undocumented;

/** A part of what GitHub sends. */
export type GitHubLabel = { id: number; name: string; color: string; default: boolean; description: string | null } & Undocumented;

/** A part of what GitHub sends. */
export type GitHubBranch = { label: string; ref: string; sha: string; repo?: GitHubRepository | null } & Undocumented;

/** A part of what GitHub sends. */
export type GitHubPullRequest = {
  id: number;
  number: number;
  url: string;
  html_url: string;
  state: "open" | "closed";
  locked: boolean;
  title: string;
  body: string | null;
  user: GitHubUser | null;
  labels: GitHubLabel[];
  draft: boolean;
  head: GitHubBranch;
  base: GitHubBranch;
  author_association: string;
  created_at: string;
  updated_at: string;
  closed_at: string | null;
  merged_at: string | null;
  merge_commit_sha: string | null;
} & Undocumented;

/** A part of what GitHub sends. */
export type GitHubIssue = {
  id: number;
  number: number;
  url: string;
  html_url: string;
  state?: "open" | "closed";
  state_reason?: string | null;
  title: string;
  body: string | null;
  user: GitHubUser | null;
  labels?: GitHubLabel[];
  assignees: (GitHubUser | null)[];
  comments: number;
  author_association: string;
  created_at: string;
  updated_at: string;
  closed_at: string | null;
  pull_request?: { html_url?: string; merged_at?: string | null } & Undocumented;
} & Undocumented;

/** A part of what GitHub sends. */
export type GitHubComment = {
  id: number;
  html_url: string;
  user: GitHubUser | null;
  body: string;
  author_association: string;
  created_at: string;
  updated_at: string;
} & Undocumented;

/** A part of what GitHub sends. */
export type GitHubWorkflowRun = {
  id: number;
  name: string | null;
  display_title: string;
  event: string;
  status: "requested" | "queued" | "in_progress" | "waiting" | "completed" | (string & {});
  conclusion: "action_required" | "cancelled" | "failure" | "neutral" | "skipped" | "stale" | "success" | "timed_out" | (string & {}) | null;
  head_branch: string | null;
  head_sha: string;
  path: string;
  run_number: number;
  run_attempt: number;
  workflow_id: number;
  html_url: string;
  actor: GitHubUser | null;
  triggering_actor: GitHubUser | null;
  created_at: string;
  updated_at: string;
  run_started_at: string;
} & Undocumented;

/** A part of what GitHub sends. */
export type GitHubCheckRun = {
  id: number;
  name: string;
  external_id: string;
  status: "queued" | "in_progress" | "completed" | (string & {});
  conclusion: "action_required" | "cancelled" | "failure" | "neutral" | "skipped" | "stale" | "success" | "timed_out" | (string & {}) | null;
  head_sha: string;
  html_url: string;
  details_url?: string;
  started_at: string;
  completed_at: string | null;
  output: { title?: string | null; summary: string | null; text: string | null; annotations_count: number } & Undocumented;
  check_suite: { id?: number; head_branch?: string | null; head_sha?: string; status?: string; conclusion?: string | null } & Undocumented;
  pull_requests: ({ id: number; number: number; url: string } & Undocumented)[];
} & Undocumented;

/** A part of what GitHub sends. */
export type GitHubRelease = {
  id: number;
  tag_name: string;
  target_commitish: string;
  name: string | null;
  body: string | null;
  draft: boolean;
  prerelease: boolean;
  html_url: string;
  author: GitHubUser | null;
  assets: (({ id: number; name: string; size: number; content_type: string; browser_download_url: string } & Undocumented) | null)[];
  created_at: string | null;
  published_at: string | null;
} & Undocumented;

/** A part of what GitHub sends. */
export type GitHubReview = { id: number; html_url: string; user: GitHubUser | null; body: string | null; commit_id: string; state: string; author_association: string; submitted_at: string | null } & Undocumented;

/** A part of what GitHub sends. */
export type GitHubInstallation = {
  id: number;
  account: GitHubUser | null;
  app_id: number;
  app_slug?: string;
  html_url: string;
  repository_selection: "all" | "selected";
  target_id: number;
  target_type: string;
  permissions: { readonly [permission: string]: string };
  events: string[];
} & Undocumented;

/** The body of every event of GitHub. */
export type GitHubBody<Payload> = Payload;

/** The events that GitHub documents, by type. */
export interface GitHubEvents {
  /** A webhook is created, or someone asks for a test. */
  ping: GitHubBody<{
  zen: string;
  hook_id: number;
  hook: {
    type: string;
    id: number;
    name: string;
    active: boolean;
    app_id?: number;
    events: string[];
    config: { content_type?: string; insecure_ssl?: string | number; url?: string } & Undocumented;
    created_at: string;
    updated_at: string;
  } & Undocumented;
  repository?: GitHubRepository;
  organization?: GitHubOrganization;
  sender?: GitHubUser;
} & Undocumented>;
  /** Commits or tags are pushed, or a branch or tag is deleted. Nothing is sent when more than three tags are pushed at once. */
  push: GitHubBody<{
  ref: string;
  before: string;
  after: string;
  created: boolean;
  deleted: boolean;
  forced: boolean;
  base_ref: string | null;
  compare: string;
  commits: GitHubCommit[];
  head_commit: GitHubCommit | null;
  pusher: { name: string; email?: string | null } & Undocumented;
} & GitHubCommon>;
  /** A branch or a tag is created. */
  create: GitHubBody<{
  ref: string;
  ref_type: "branch" | "tag";
  master_branch: string;
  description: string | null;
  pusher_type: string;
} & GitHubCommon>;
  /** A branch or a tag is deleted. */
  delete: GitHubBody<{
  ref: string;
  ref_type: "branch" | "tag";
  pusher_type: string;
} & GitHubCommon>;
  /** Something happens to a pull request: it is opened, closed, pushed to or labeled, for example. A merged one is closed with `merged` true. */
  pull_request: GitHubBody<{
  action: "assigned" | "auto_merge_disabled" | "auto_merge_enabled" | "closed" | "converted_to_draft" | "demilestoned" | "dequeued" | "edited" | "enqueued" | "labeled" | "locked" | "milestoned" | "opened" | "ready_for_review" | "reopened" | "review_request_removed" | "review_requested" | "synchronize" | "unassigned" | "unlabeled" | "unlocked" | (string & {});
  number: number;
  pull_request: GitHubPullRequest & { merged: boolean | null; comments: number; commits: number; additions: number; deletions: number; changed_files: number };
} & GitHubCommon>;
  /** A review of a pull request is submitted, edited or dismissed. */
  pull_request_review: GitHubBody<{
  action: "submitted" | "edited" | "dismissed" | (string & {});
  review: GitHubReview;
  pull_request: GitHubPullRequest;
} & GitHubCommon>;
  /** Something happens to an issue: it is opened, closed, labeled or assigned, for example. */
  issues: GitHubBody<{
  action: "assigned" | "closed" | "deleted" | "demilestoned" | "edited" | "labeled" | "locked" | "milestoned" | "opened" | "pinned" | "reopened" | "transferred" | "unassigned" | "unlabeled" | "unlocked" | "unpinned" | (string & {});
  issue: GitHubIssue;
  label?: GitHubLabel;
  assignee?: GitHubUser | null;
} & GitHubCommon>;
  /** A comment on an issue or a pull request is created, edited or deleted. */
  issue_comment: GitHubBody<{
  action: "created" | "deleted" | "edited" | (string & {});
  issue: GitHubIssue;
  comment: GitHubComment;
} & GitHubCommon>;
  /** A release is created, published, edited or deleted. */
  release: GitHubBody<{
  action: "created" | "deleted" | "edited" | "prereleased" | "published" | "released" | "unpublished" | (string & {});
  release: GitHubRelease;
} & GitHubCommon>;
  /** A run of a GitHub Actions workflow is requested, starts or completes. */
  workflow_run: GitHubBody<{
  action: "completed" | "in_progress" | "requested" | (string & {});
  workflow: ({ id: number; name: string; path: string; state: string } & Undocumented) | null;
  workflow_run: GitHubWorkflowRun;
} & GitHubCommon>;
  /** A check run is created or completed, is requested again, or an action of it is requested. */
  check_run: GitHubBody<{
  action: "completed" | "created" | "requested_action" | "rerequested" | (string & {});
  check_run: GitHubCheckRun;
} & GitHubCommon>;
  /** Someone stars a repository or removes the star. */
  star: GitHubBody<{
  action: "created" | "deleted" | (string & {});
  starred_at: string | null;
} & GitHubCommon>;
  /** A GitHub App is installed, uninstalled, suspended or unsuspended, or new permissions are accepted. */
  installation: GitHubBody<{
  action: "created" | "deleted" | "new_permissions_accepted" | "suspend" | "unsuspend" | (string & {});
  installation: GitHubInstallation;
  repositories?: ({ id: number; name: string; full_name: string; private: boolean } & Undocumented)[];
  requester?: GitHubUser | null;
  sender: GitHubUser;
} & Undocumented>;
}

/** A part of what Libromi sends. */
export type LibromiContact = { name?: string } & Undocumented;

/** The body of every event of Libromi. */
export type LibromiBody<Type extends string, Payload> = { type: Type; data: Payload } & Undocumented;

/** The events that Libromi documents, by type. */
export interface LibromiEvents {
  /** A contact sends a message. */
  "message.received": LibromiBody<"message.received", { contact?: LibromiContact; message?: { content?: string } & Undocumented } & Undocumented>;
  /** A message is sent to a contact. */
  "message.sent": LibromiBody<"message.sent", Record<string, unknown>>;
  /** A contact is created. */
  "contact.created": LibromiBody<"contact.created", { contact?: LibromiContact } & Undocumented>;
  /** A contact's details change. */
  "contact.updated": LibromiBody<"contact.updated", Record<string, unknown>>;
  /** A chatbot is triggered. */
  "chatbot.triggered": LibromiBody<"chatbot.triggered", Record<string, unknown>>;
}

/** A part of what Shopify sends. */
export type ShopifyCustomer = {
  id: number;
  first_name: string | null;
  last_name: string | null;
  email: string | null;
  phone: string | null;
  state: string | null;
  currency: string | null;
  verified_email: boolean | null;
  created_at: string | null;
  updated_at: string | null;
  tags?: string | null;
} & Undocumented;

/** A part of what Shopify sends. */
export type ShopifyLineItem = {
  id: number;
  product_id: number | null;
  variant_id: number | null;
  title: string | null;
  variant_title: string | null;
  name: string | null;
  sku: string | null;
  vendor: string | null;
  price: string | null;
  quantity: number;
} & Undocumented;

/** A part of what Shopify sends. */
export type ShopifyOrder = {
  id: number;
  admin_graphql_api_id: string;
  name: string | null;
  order_number: number;
  email: string | null;
  currency: string | null;
  financial_status: string | null;
  fulfillment_status: string | null;
  confirmed: boolean | null;
  test: boolean | null;
  subtotal_price: string | null;
  total_discounts: string | null;
  total_tax: string | number | null;
  total_price: string | null;
  current_total_price: string | null;
  tags: string | null;
  customer: ShopifyCustomer | null;
  line_items: ShopifyLineItem[];
  shipping_lines: ({ id: number; code: string | null; title: string | null; price: string | null } & Undocumented)[];
  created_at: string | null;
  processed_at: string | null;
  updated_at: string | null;
} & Undocumented;

/** A part of what Shopify sends. */
export type ShopifyProduct = {
  id: number;
  admin_graphql_api_id: string;
  title: string | null;
  handle: string | null;
  body_html: string | null;
  vendor: string | null;
  product_type: string | null;
  status: string | null;
  tags: string | null;
  variants: ({ id: number; product_id: number; title: string | null; sku: string | null; price: string | null; inventory_quantity: number | null } & Undocumented)[];
  created_at: string | null;
  updated_at: string | null;
  published_at: string | null;
} & Undocumented;

/** A part of what Shopify sends. */
export type ShopifyShop = {
  id: number;
  name: string | null;
  email: string | null;
  domain: string | null;
  myshopify_domain: string | null;
  country: string | null;
  currency: string | null;
  iana_timezone: string | null;
  plan_name: string | null;
} & Undocumented;

/** The body of every event of Shopify. */
export type ShopifyBody<Payload> = Payload;

/** The events that Shopify documents, by type. */
export interface ShopifyEvents {
  /** An order is created. */
  "orders/create": ShopifyBody<ShopifyOrder>;
  /** An order is paid. */
  "orders/paid": ShopifyBody<ShopifyOrder>;
  /** A product changes. */
  "products/update": ShopifyBody<ShopifyProduct>;
  /** A customer is created. */
  "customers/create": ShopifyBody<ShopifyCustomer>;
  /** A shop uninstalls the app. */
  "app/uninstalled": ShopifyBody<ShopifyShop>;
}

/** A part of what Slack sends. */
export type SlackAuthorization = { enterprise_id: string | null; team_id: string | null; user_id: string | null; is_bot: boolean; is_enterprise_install?: boolean } & Undocumented;

/** The body of every event of Slack. */
export type SlackBody<Type extends string, Payload> = { token: string; type: Type } & Payload;

/** The events that Slack documents, by type. */
export interface SlackEvents {
  /** You save the request URL of an app. */
  url_verification: SlackBody<"url_verification", { challenge: string } & Undocumented>;
  /** An event occurs that the app subscribes to. */
  event_callback: SlackBody<"event_callback", {
  team_id: string;
  api_app_id: string;
  event: { type: string; event_ts: string; user?: string; ts?: string } & Undocumented;
  event_id: string;
  event_time: number;
  event_context?: string;
  authorizations?: SlackAuthorization[];
  is_ext_shared_channel?: boolean;
} & Undocumented>;
  /** An app receives more than 30,000 events of a workspace within 60 minutes. It is sent every minute. */
  app_rate_limited: SlackBody<"app_rate_limited", { team_id: string; api_app_id: string; minute_rate_limited: number } & Undocumented>;
}

/** The body of every event of Standard Webhooks. */
export type StandardWebhooksBody<Type extends string, Payload> = { type: Type; timestamp?: string; data?: Payload } & Undocumented;

/** The events that Standard Webhooks documents, by type. */
export interface StandardWebhooksEvents {
  /** An example: a contact is created. */
  "contact.created": StandardWebhooksBody<"contact.created", Record<string, unknown>>;
  /** An example: a contact changes. */
  "contact.updated": StandardWebhooksBody<"contact.updated", Record<string, unknown>>;
  /** An example: an invoice is paid. */
  "invoice.paid": StandardWebhooksBody<"invoice.paid", Record<string, unknown>>;
}

/** A part of what Stripe sends. */
export type StripeMetadata = { readonly [key: string]: string };

/** A part of what Stripe sends. */
export type StripeContact = { email: string | null; name: string | null; phone: string | null } & Undocumented;

/** A part of what Stripe sends. */
export type StripeCheckoutSession = {
  id: string;
  object: "checkout.session";
  amount_subtotal: number | null;
  amount_total: number | null;
  client_reference_id: string | null;
  created: number;
  currency: string | null;
  customer: string | null;
  customer_details: StripeContact | null;
  expires_at: number;
  invoice: string | null;
  livemode: boolean;
  metadata: StripeMetadata | null;
  mode: "payment" | "setup" | "subscription" | (string & {});
  payment_intent: string | null;
  payment_status: "no_payment_required" | "paid" | "unpaid" | (string & {});
  status: "complete" | "expired" | "open" | (string & {}) | null;
  subscription: string | null;
  url: string | null;
} & Undocumented;

/** A part of what Stripe sends. */
export type StripePaymentError = { code?: string; decline_code?: string; message?: string; type: string } & Undocumented;

/** A part of what Stripe sends. */
export type StripePaymentIntent = {
  id: string;
  object: "payment_intent";
  amount: number;
  amount_received: number;
  canceled_at: number | null;
  cancellation_reason: string | null;
  created: number;
  currency: string;
  customer: string | null;
  description: string | null;
  last_payment_error: StripePaymentError | null;
  latest_charge: string | null;
  livemode: boolean;
  metadata: StripeMetadata;
  payment_method: string | null;
  payment_method_types: string[];
  receipt_email: string | null;
  status: "canceled" | "processing" | "requires_action" | "requires_capture" | "requires_confirmation" | "requires_payment_method" | "succeeded" | (string & {});
} & Undocumented;

/** A part of what Stripe sends. */
export type StripeCharge = {
  id: string;
  object: "charge";
  amount: number;
  amount_captured: number;
  amount_refunded: number;
  balance_transaction: string | null;
  billing_details: StripeContact;
  captured: boolean;
  created: number;
  currency: string;
  customer: string | null;
  description: string | null;
  disputed: boolean;
  failure_code: string | null;
  failure_message: string | null;
  livemode: boolean;
  metadata: StripeMetadata;
  paid: boolean;
  payment_intent: string | null;
  payment_method: string | null;
  receipt_url: string | null;
  refunded: boolean;
  status: "failed" | "pending" | "succeeded" | (string & {});
} & Undocumented;

/** A part of what Stripe sends. */
export type StripeDispute = {
  id: string;
  object: "dispute";
  amount: number;
  charge: string;
  created: number;
  currency: string;
  evidence_details: { due_by: number | null; has_evidence: boolean; past_due: boolean; submission_count: number } & Undocumented;
  is_charge_refundable: boolean;
  livemode: boolean;
  metadata: StripeMetadata;
  payment_intent: string | null;
  reason: string;
  status: "lost" | "needs_response" | "prevented" | "under_review" | "warning_closed" | "warning_needs_response" | "warning_under_review" | "won" | (string & {});
} & Undocumented;

/** A part of what Stripe sends. */
export type StripeCustomer = {
  id: string;
  object: "customer";
  created: number;
  currency?: string | null;
  description: string | null;
  email: string | null;
  livemode: boolean;
  metadata: StripeMetadata;
  name?: string | null;
  phone?: string | null;
} & Undocumented;

/** A part of what Stripe sends. */
export type StripePrice = {
  id: string;
  object: "price";
  currency: string;
  lookup_key: string | null;
  product: string;
  recurring: ({ interval: "day" | "month" | "week" | "year" | (string & {}); interval_count: number } & Undocumented) | null;
  unit_amount: number | null;
} & Undocumented;

/** A part of what Stripe sends. */
export type StripeSubscriptionItem = {
  id: string;
  object: "subscription_item";
  current_period_end?: number;
  current_period_start?: number;
  price: StripePrice;
  quantity?: number;
} & Undocumented;

/** A part of what Stripe sends. */
export type StripeSubscription = {
  id: string;
  object: "subscription";
  cancel_at: number | null;
  cancel_at_period_end: boolean;
  canceled_at: number | null;
  cancellation_details: ({ comment: string | null; feedback: string | null; reason: string | null } & Undocumented) | null;
  created: number;
  currency: string;
  customer: string;
  default_payment_method: string | null;
  ended_at: number | null;
  items: { data: StripeSubscriptionItem[] } & Undocumented;
  latest_invoice: string | null;
  livemode: boolean;
  metadata: StripeMetadata;
  start_date: number;
  status: "active" | "canceled" | "incomplete" | "incomplete_expired" | "past_due" | "paused" | "trialing" | "unpaid" | (string & {});
  trial_end: number | null;
  trial_start: number | null;
} & Undocumented;

/** A part of what Stripe sends. */
export type StripeInvoice = {
  id: string;
  object: "invoice";
  amount_due: number;
  amount_paid: number;
  amount_remaining: number;
  attempt_count: number;
  attempted: boolean;
  billing_reason: "automatic_pending_invoice_item_invoice" | "manual" | "quote_accept" | "subscription" | "subscription_create" | "subscription_cycle" | "subscription_threshold" | "subscription_update" | "upcoming" | (string & {}) | null;
  collection_method: "charge_automatically" | "send_invoice" | (string & {});
  created: number;
  currency: string;
  customer: string | null;
  customer_email: string | null;
  customer_name: string | null;
  due_date: number | null;
  hosted_invoice_url?: string | null;
  invoice_pdf?: string | null;
  livemode: boolean;
  metadata: StripeMetadata | null;
  next_payment_attempt: number | null;
  number: string | null;
  parent?: ({ subscription_details: ({ metadata: StripeMetadata | null; subscription: string } & Undocumented) | null; type: string } & Undocumented) | null;
  period_end: number;
  period_start: number;
  status: "draft" | "open" | "paid" | "uncollectible" | "void" | (string & {}) | null;
  subtotal: number;
  total: number;
} & Undocumented;

/** The body of every event of Stripe. */
export type StripeBody<Type extends string, Payload> = {
  id: string;
  object: "event";
  account?: string;
  api_version: string | null;
  created: number;
  data: { object: Payload; previous_attributes?: Undocumented } & Undocumented;
  livemode: boolean;
  pending_webhooks: number;
  request: ({ id: string | null; idempotency_key: string | null } & Undocumented) | null;
  type: Type;
} & Undocumented;

/** The events that Stripe documents, by type. */
export interface StripeEvents {
  /** A customer completes a Checkout session. With a delayed payment method, `payment_status` may still be unpaid. */
  "checkout.session.completed": StripeBody<"checkout.session.completed", StripeCheckoutSession>;
  /** The delayed payment of a completed Checkout session succeeds. */
  "checkout.session.async_payment_succeeded": StripeBody<"checkout.session.async_payment_succeeded", StripeCheckoutSession>;
  /** A Checkout session expires. */
  "checkout.session.expired": StripeBody<"checkout.session.expired", StripeCheckoutSession>;
  /** A PaymentIntent is created. */
  "payment_intent.created": StripeBody<"payment_intent.created", StripePaymentIntent>;
  /** A PaymentIntent completes its payment. */
  "payment_intent.succeeded": StripeBody<"payment_intent.succeeded", StripePaymentIntent>;
  /** A PaymentIntent fails an attempt to pay. */
  "payment_intent.payment_failed": StripeBody<"payment_intent.payment_failed", StripePaymentIntent>;
  /** A charge succeeds. */
  "charge.succeeded": StripeBody<"charge.succeeded", StripeCharge>;
  /** A charge fails. */
  "charge.failed": StripeBody<"charge.failed", StripeCharge>;
  /** A charge is refunded, in part or in full. */
  "charge.refunded": StripeBody<"charge.refunded", StripeCharge>;
  /** A customer disputes a charge with their bank. */
  "charge.dispute.created": StripeBody<"charge.dispute.created", StripeDispute>;
  /** A customer is created. */
  "customer.created": StripeBody<"customer.created", StripeCustomer>;
  /** A customer is subscribed to a plan. */
  "customer.subscription.created": StripeBody<"customer.subscription.created", StripeSubscription>;
  /** A subscription changes: another plan, status or period, for example. */
  "customer.subscription.updated": StripeBody<"customer.subscription.updated", StripeSubscription>;
  /** A trial ends in three days, or was ended early. */
  "customer.subscription.trial_will_end": StripeBody<"customer.subscription.trial_will_end", StripeSubscription>;
  /** A subscription ends. */
  "customer.subscription.deleted": StripeBody<"customer.subscription.deleted", StripeSubscription>;
  /** A draft of an invoice is created. */
  "invoice.created": StripeBody<"invoice.created", StripeInvoice>;
  /** A draft becomes an open invoice. */
  "invoice.finalized": StripeBody<"invoice.finalized", StripeInvoice>;
  /** An invoice is paid, or marked as paid outside Stripe. */
  "invoice.paid": StripeBody<"invoice.paid", StripeInvoice>;
  /** An attempt to pay an invoice succeeds. */
  "invoice.payment_succeeded": StripeBody<"invoice.payment_succeeded", StripeInvoice>;
  /** An attempt to pay an invoice fails, or no payment method is stored. */
  "invoice.payment_failed": StripeBody<"invoice.payment_failed", StripeInvoice>;
}
