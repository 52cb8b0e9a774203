// Documented: the headers of each oracle's provider as its documentation writes them, and how to take them apart. It is
// what known.mjs asks before it excuses anything: what is written as documented has no excuse.

const TIME = "(?:0|[1-9][0-9]{0,14})";
const HEX = "[0-9a-f]{64}";
const BASE64 = "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=";
const BASE64URL = "[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]";
const ID = "[!-+/-~-]+"; // visible, without comma and dot

/** What each piece looks like, as the text of a regular expression. */
export const forms = { TIME, HEX, BASE64, BASE64URL, ID };

const standard = (name) => ({
  headers: {
    [`${name}-id`]: ID,
    [`${name}-timestamp`]: TIME,
    [`${name}-signature`]: `v1,${BASE64}( v1,${BASE64}){0,15}`,
  },
  time: (headers) => headers[`${name}-timestamp`],
  items: (headers) => only(headers[`${name}-signature`]).split(" "),
});

const pairs = (name, key, separator, form) => ({
  headers: { [name]: form },
  time: (headers) =>
    items(headers[name], separator)
      .findLast((item) => item.startsWith(`${key}=`))
      ?.slice(key.length + 1),
  items: (headers) => items(headers[name], separator),
});

const value = (name, form) => ({ headers: { [name]: form } });

const oracles = {
  stripe: pairs("stripe-signature", "t", ",", `t=${TIME}(,v1=${HEX}){1,16}`),
  octokit: value("x-hub-signature-256", `sha256=${HEX}`),
  "octokit-web": value("x-hub-signature-256", `sha256=${HEX}`),
  standardwebhooks: standard("webhook"),
  svix: standard("svix"),
  slack: {
    headers: { "x-slack-signature": `v0=${HEX}`, "x-slack-request-timestamp": TIME },
    time: (headers) => headers["x-slack-request-timestamp"],
  },
  shopify: value("x-shopify-hmac-sha256", BASE64),
  sanity: pairs("sanity-webhook-signature", "t", ",", `t=${TIME},v1=${BASE64URL}`),
  paddle: pairs("paddle-signature", "ts", ";", `ts=${TIME}(;h1=${HEX}){1,16}`),
  retell: pairs("x-retell-signature", "v", ",", `v=${TIME},d=${HEX}`),
  gocardless: value("webhook-signature", HEX),
};

/** Whether every header that the oracle's provider sends is written as it documents. */
export function isDocumented(oracle, headers) {
  const written = Object.entries(oracles[oracle].headers);
  return written.every(([name, form]) => new RegExp(`^${form}$`).test(only(headers[name])));
}

/** The text of the time; of several the last one. */
export const timeOf = (oracle, headers) => only(oracles[oracle].time(headers));

/** The fields of the header that carries the signature. */
export const itemsOf = (oracle, headers) => oracles[oracle].items(headers);

/** What arrived under one name, as HTTP joins it. */
export const only = (arrived) => [arrived ?? ""].flat().join(", ");

const items = (arrived, separator) => only(arrived).split(separator);
