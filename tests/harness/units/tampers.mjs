// Tampers: each switch of the sign tab, on a scheme of each shape, and the code it must lead to.

import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { genuineOf, schemes } from "./genuine.mjs";
import { load } from "./units.mjs";

const { verdicts } = JSON.parse(readFileSync(new URL("tampers.json", import.meta.url), "utf8"));

// The letters of a signature are chance, and so is what another case makes of them: the secret is fixed.
const SECRET = "whsec_Y291bnRlcnNpZ24tdGFtcGVycw==";

export async function runTampers(units) {
  const { tampers } = await load("sign/tampers.ts");
  const { judged } = await load("sign/signed.ts");
  for (const name of Object.keys(schemes)) {
    const genuine = await genuineOf(name, SECRET);
    const got = Object.fromEntries(tampers.map((tamper) => [tamper.id, told(tamper.apply(genuine), judged, genuine)]));
    await units.check(`tampered deliveries of ${name} are judged as told`, () => {
      assert.deepEqual(judged(genuine.delivery, genuine.signer).ok, true);
      assert.deepEqual(got, verdicts[name]);
    });
  }
  await units.check("a made secret is one of the provider's form", () => madeSecrets());
}

function told(changed, judged, { signer }) {
  if (typeof changed === "string") return changed;
  const verdict = judged(changed, signer);
  return verdict.ok ? "verified" : verdict.code;
}

async function madeSecrets() {
  const forms = {
    "standard-webhooks": /^whsec_[\w+/]{32}$/,
    shopify: /^shpss_[0-9a-f]{48}$/,
    agentbot: /^[0-9a-f]{48}$/,
  };
  for (const [name, form] of Object.entries(forms)) {
    const [one, two] = [await genuineOf(name), await genuineOf(name)];
    assert.match(one.signer.secret, form);
    assert.notEqual(one.signer.secret, two.signer.secret);
  }
}
