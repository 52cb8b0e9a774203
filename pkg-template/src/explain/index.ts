// countersign/explain: why a delivery was refused. For developers, off the verify path: it carries
// a module of its own, which is larger than the one that verifies and never verifies anything.

import { admitBody, type BodyInput } from "../admit/body.ts";
import type { WebhookErrorCode, WebhookErrorFamily } from "../generated/codes.ts";
import { type FindingCode, type FindingMeaning, findings, type Framework } from "../generated/findings.ts";
import type { ProviderName } from "../generated/provider-names.ts";
import { admitHeaders, type HeadersInput, listHeaders } from "../admit/headers.ts";
import { schemeNamed } from "../providers/named-scheme.ts";
import { admitScheme } from "../scheme/admit.ts";
import type { Scheme } from "../scheme/checked.ts";
import { admitSecrets, type NamedSecret, type SecretInput } from "../admit/secret.ts";
import { wireOf } from "../scheme/wire.ts";
import { refuse, SCHEME_REFUSED } from "../refusal/sentences.ts";
import type { Explanation, Finding } from "./explanation.ts";
import {
  admitFramework,
  admitInput,
  admitNow,
  admitOthers,
  admitShowContent,
  limitsOf,
  type ExplainInput,
  type OtherSecret,
} from "./input.ts";
import { glue } from "./wasm.ts";

export { findings };
export type { Content, Explanation, Finding, Saw, Shape, Step } from "./explanation.ts";
export type {
  BodyInput,
  ExplainInput,
  FindingCode,
  FindingMeaning,
  Framework,
  HeadersInput,
  ProviderName,
  Scheme,
  SecretInput,
};
export type { OtherSecret, WebhookErrorCode, WebhookErrorFamily };

/** What the module answers: of each finding, what is not in the table. */
type Answer = Omit<Explanation, "findings"> & { findings: Pick<Finding, "code" | "evidence" | "proven">[] };

/**
 * Explains the verdict on a delivery: every step of the walk with what it saw, and what is wrong
 * with it. A finding is proven by the walk itself: with what it says undone, the delivery verifies.
 * For a real forgery nothing is found.
 *
 * For developers: it tries up to 20,000 walks, keeps no promise of constant time, so do not call it
 * while handling a request. Its answer holds no secret and no signature, and no body but by
 * `showContent`. The module wipes every copy of a secret that it made; the string that you pass is
 * the engine's, and stays until that collects it.
 *
 * @throws `WebhookError` family `misuse`, as `new Webhook` and `verify` do; `OPTION_INVALID` for an
 *   unknown field, or a value that is none
 * @example
 * const { findings } = explain({ scheme: "agentbot", secret, body: rawBody, headers: request.headers });
 * for (const { code, evidence, fix } of findings) console.log(code, evidence, fix);
 */
export function explain(input: ExplainInput): Explanation {
  admitInput(input);
  glue(); // first, so that what the platform lacks is told by name
  const framework = admitFramework(input);
  const scheme = admitScheme(schemeNamed(input.scheme, input.secret));
  const secrets = copied(admitSecrets(input.secret, scheme.name), admitOthers(input));
  try {
    const body = admitBody(input.body);
    const question = {
      scheme: wireOf(scheme),
      ...limitsOf(input),
      secrets,
      headers: listHeaders(admitHeaders(input.headers)).map(([name, value]) => ({ name, value })),
      now: admitNow(input),
      showContent: admitShowContent(input),
    };
    const answer = ask(question, typeof body === "string" ? encode(body) : body);
    return { ...answer, findings: answer.findings.map((finding) => withMeaning(finding, framework)) };
  } finally {
    for (const { bytes } of secrets) bytes.fill(0);
  }
}

// Not made when this file is loaded: the error that names a missing TextEncoder comes from a call.
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

// As bytes, which can be wiped; the module does so with its own.
function copied(secrets: readonly NamedSecret[], others: readonly OtherSecret[]) {
  const held = secrets.map(({ secret }) =>
    typeof secret === "string"
      ? { kind: "text", label: "", bytes: encode(secret) }
      : { kind: "key", label: "", bytes: secret.slice() },
  );
  return [...held, ...others.map(({ secret, ...other }) => ({ ...other, bytes: encode(secret) }))];
}

function ask(question: object, body: Uint8Array): Answer {
  try {
    return glue().explain(question, body) as Answer;
  } catch (problem) {
    // Its own refusals are sentences.
    if (typeof problem === "string") throw refuse(SCHEME_REFUSED, { problem });
    throw problem;
  }
}

function withMeaning({ code, evidence, proven }: Answer["findings"][number], framework?: Framework): Finding {
  const { sentence, fix, fixes } = findings[code];
  const own = framework !== undefined && Object.hasOwn(fixes, framework) ? fixes[framework] : undefined;
  return { code, sentence, evidence, fix: own ?? fix, proven };
}
