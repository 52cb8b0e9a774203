// Genuine deliveries, as the sign tab makes them.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageDir } from "../../tools/paths.mjs";
import { load } from "./units.mjs";

const { defineScheme, providers } = await import(pathToFileURL(join(packageDir, "dist", "index.js")).href);

export const TIME = 1_791_192_600_000;

const ACME = defineScheme({
  name: "acme",
  algorithm: "hmac-sha512",
  signature: { header: "X-Acme-Signature" },
});
const { definition } = await load("sign/written-test.ts");

/** A scheme of each shape, as code: what a copied test is given. */
export const schemes = {
  agentbot: '"agentbot"',
  bookbag: '"bookbag"',
  chatbase: '"chatbase"',
  shopify: '"shopify"',
  slack: '"slack"',
  "standard-webhooks": '"standard-webhooks"',
  acme: definition(ACME),
};

/** A delivery of the scheme, signed with a secret in the provider's own form. */
export async function genuineOf(name, secret) {
  const { freshSecret } = await load("sign/secrets.ts");
  const { signed } = await load("sign/signed.ts");
  const scheme = name === "acme" ? ACME : providers[name].scheme;
  const signer = {
    scheme,
    secret: secret ?? freshSecret(scheme),
    time: TIME,
    id: name === "standard-webhooks" ? "msg_1" : "",
  };
  const body = '{"event":"message.created","type":"message.created","data":{"body":"caf\\u00e9 é","total":"12.50"}}';
  return { body, delivery: signed(body, signer), signer };
}
