// Endpoint: what is said of secrets, schemes and options, and of the platform.

import { row } from "../refuse.ts";

// Secrets.

export const SECRET_NOT_SET = /* @__PURE__ */ row(
  "SECRET_EMPTY",
  "secret-not-set",
  "{which} of {scheme} is {state}: anyone could sign with it. Is the environment variable set, in this very process?",
);
export const SECRET_GUESSABLE = /* @__PURE__ */ row(
  "SECRET_EMPTY",
  "secret-guessable",
  "{which} of {scheme} is white space, zeros, or a prefix without a key behind it: anyone could sign with it.",
);
export const SECRETS_NONE = /* @__PURE__ */ row(
  "SECRET_EMPTY",
  "secrets-none",
  "The list of secrets of {scheme} is empty.",
);
export const DISPOSED = /* @__PURE__ */ row(
  "SECRET_EMPTY",
  "disposed",
  "This Webhook of {scheme} was disposed, and its keys are wiped.",
);
export const SECRETS_TOO_MANY = /* @__PURE__ */ row(
  "SECRET_INVALID",
  "secrets-too-many",
  "{count} secrets were passed for {scheme}: at most {limit} are kept.",
);
export const SECRET_NOT_UTF8 = /* @__PURE__ */ row(
  "SECRET_INVALID",
  "secret-not-utf8",
  "{which} of {scheme} holds half of a surrogate pair, so it has no UTF-8 form.",
);
export const SECRET_TYPE = /* @__PURE__ */ row(
  "SECRET_INVALID",
  "secret-type",
  "{which} of {scheme} is {type}: expected a string or a Uint8Array.",
);
export const SECRET_UNREADABLE = /* @__PURE__ */ row(
  "SECRET_INVALID",
  "secret-unreadable",
  "{which} of {scheme} is malformed: expected {expected}, at most {limit} bytes long. To use the text as it is, pass new TextEncoder().encode(secret).",
);
export const SECRET_UNSET = /* @__PURE__ */ row(
  "SECRET_INVALID",
  "secret-unset",
  "{which} of {scheme} is the text of an object, or of a variable that is not set: a template string makes that. Pass the variable itself.",
);
export const SECRET_OTHER_KEY = /* @__PURE__ */ row(
  "SECRET_INVALID",
  "secret-other-key",
  "{which} of {scheme} begins with {prefixes}: that is another key of this provider.",
);

// Schemes.

export const SCHEME_FIELD = /* @__PURE__ */ row(
  "SCHEME_INVALID",
  "scheme-field",
  "{field}: expected {expected}{got}.{example}",
);
export const SCHEME_UNKNOWN_FIELD = /* @__PURE__ */ row(
  "SCHEME_INVALID",
  "scheme-unknown-field",
  "{field} has {name}.{near} Its fields are {known}.",
);
export const SCHEME_REFUSED = /* @__PURE__ */ row(
  "SCHEME_INVALID",
  "scheme-refused",
  "The scheme is refused: {problem}.",
);
export const SCHEME_NOT_DEFINED = /* @__PURE__ */ row(
  "SCHEME_INVALID",
  "scheme-not-defined",
  "The scheme is a plain object: pass defineScheme({ … }), which checks it.",
);
export const SCHEME_NOT_NAMED = /* @__PURE__ */ row(
  "PROVIDER_UNKNOWN",
  "scheme-not-named",
  'The scheme is {type}: expected what defineScheme returns, a provider of countersign/providers, or, with the Webhook of "countersign", the name of a provider.',
);
export const PROVIDER_UNKNOWN = /* @__PURE__ */ row(
  "PROVIDER_UNKNOWN",
  "provider-unknown",
  "No provider {name} is built in.{near} There are {known}; defineScheme describes any other that signs with HMAC.",
);
export const PROVIDER_ON_PAGE = /* @__PURE__ */ row(
  "PROVIDER_UNKNOWN",
  "provider-on-page",
  "No provider named {name} is built in: {advice}",
);
export const ARGUMENTS_SWAPPED = /* @__PURE__ */ row(
  "PROVIDER_UNKNOWN",
  "arguments-swapped",
  "The arguments are swapped: new Webhook({name}, secret).",
);

// Options.

export const OPTION_VALUE = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "option-value",
  "{option} is {value}: expected {expected}.{near}",
);
export const OPTION_UNKNOWN = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "option-unknown",
  "{name} is not an option.{near} The options are {known}.",
);
export const OPTIONS_NOT_PLAIN = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "options-not-plain",
  "The options are {value}: expected a plain object of {known}.",
);
export const REQUEST_NOT_PLAIN = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "request-not-plain",
  "The third argument is {value}: expected the facts of this request, as in { method: request.method, url: request.url }.",
);
export const TOLERANCE_UNSIGNED = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "tolerance-unsigned",
  "{scheme} signs no timestamp, so toleranceSeconds would check nothing: {instead}.",
);
export const EVENT_AGE_SIGNED = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "event-age-signed",
  "{scheme} signs a timestamp: maxEventAgeSeconds is for schemes that do not. Use toleranceSeconds.",
);
export const EVENT_AGE_UNKNOWN = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "event-age-unknown",
  "No time is known to stand in the bodies of {scheme}, so maxEventAgeSeconds would check nothing: leave it out, and remember each delivery's idempotencyKey.",
);
export const UNSIGNABLE = /* @__PURE__ */ row(
  "OPTION_INVALID",
  "unsignable",
  "This id, or this time, cannot be written in a header of {scheme}: an id is 1 to 4096 characters of visible ASCII, without a comma.",
);

// The platform.

export const WASM_UNAVAILABLE = /* @__PURE__ */ row(
  "WASM_UNAVAILABLE",
  "wasm-unavailable",
  "The WebAssembly module of {module} could not be loaded, so nothing was verified ({reason}). In a browser, a Content-Security-Policy needs script-src 'wasm-unsafe-eval'; on Workers and edge runtimes, the bundler must know the condition workerd or edge-light.",
);
export const PLATFORM_LACKS = /* @__PURE__ */ row(
  "WASM_UNAVAILABLE",
  "platform-lacks",
  "{module} needs {missing}, which is missing here, so nothing was verified. {advice}",
);
export const WASM_OTHER_VERSION = /* @__PURE__ */ row(
  "WASM_UNAVAILABLE",
  "wasm-other-version",
  "The WebAssembly module is of another version than this script (ABI {got} instead of {expected}): both come from one package, so a bundler or a cache has mixed two.",
);
