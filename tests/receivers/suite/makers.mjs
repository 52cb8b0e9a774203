// Makers: a function in the place of the Webhook, for a secret that comes late.
import { BODY, SECRET, agentbot, utf8 } from "../../portable/api/kit.mjs";
import {
  FAILED,
  MALFORMED,
  MISUSE,
  NO_POST,
  OK,
  REJECTED,
  deferred,
  endpoint,
  lingers,
  post,
  said,
  stalled,
  streamed,
} from "./kit.mjs";

/** A receiver whose Webhook `make` makes; `deliver` sends it a genuine delivery. */
function lateEndpoint(countersign, make) {
  const { webhook, told } = endpoint(countersign);
  const respond = countersign.receive(make, () => {}, {
    onRejected: (error) => told.rejected.push(error.code),
    onError: (error) => told.errors.push(String(error)),
  });
  const ask = async (request, ...rest) => said(await respond(request, ...rest));
  return { ask, told, deliver: (...rest) => ask(post(webhook.sign(BODY)), ...rest) };
}

export const tests = {
  async "makes the Webhook with the first delivery, and once"(countersign, test) {
    const made = [];
    const make = (env) => {
      made.push(env);
      return agentbot(countersign);
    };
    const { ask, deliver } = lateEndpoint(countersign, make);
    test.equal(await ask(new Request("https://example.com/")), NO_POST);
    test.equal(made.length, 0);
    test.equal(await deliver({ name: "the first" }), OK);
    test.equal(await deliver({ name: "the second" }), OK);
    test.equal(made, [{ name: "the first" }]);
    test.equal(await ask(post({ "x-agentbot-signature": `t=1,v1=${"0".repeat(64)}` })), REJECTED);
  },

  async "waits for a vault, and not for one that never answers"(countersign, test) {
    const vaults = [new Promise(() => {}), deferred()];
    let asked = 0;
    const make = async () => {
      asked += 1;
      await (vaults.shift()?.promise ?? new Promise(() => {}));
      return agentbot(countersign);
    };
    vaults[0] = { promise: vaults[0] };
    const { deliver } = lateEndpoint(countersign, make);
    const second = vaults[1];
    void deliver();
    const reply = deliver();
    second.resolve();
    test.equal(await reply, OK);
    test.equal(await deliver(), OK, "and afterwards");
    test.equal(asked, 2);
  },

  async "looks at the headers first also where the Webhook is made late"(countersign, test) {
    const { ask, told, deliver } = lateEndpoint(countersign, async () => agentbot(countersign));
    for (const time of ["with the first request", "afterwards"]) {
      const { request, seen } = streamed({}, stalled(utf8(BODY)));
      test.equal([await ask(request), told.rejected.splice(0)], [MALFORMED, ["HEADER_MISSING"]], time);
      if (!lingers) test.equal(seen.pulls, 0, time);
    }
    test.equal(await deliver(), OK);
  },

  async "asks an object in the place of a Webhook nothing before the body, unless it has checkHeaders"(
    countersign,
    test,
  ) {
    const webhook = agentbot(countersign);
    const asked = [];
    const verify = (body, ...rest) => {
      asked.push(body.length);
      return webhook.verify(body, ...rest);
    };
    // It finds its secret by the body, say: of an empty one it would say anything.
    for (const its of [
      { scheme: webhook.scheme, verify },
      { scheme: webhook.scheme, verify, check: webhook.check },
    ]) {
      const { ask, told } = lateEndpoint(countersign, () => its);
      const { request, seen } = streamed({}, [utf8(BODY)]);
      test.equal([await ask(request), told.rejected], [MALFORMED, ["HEADER_MISSING"]]);
      test.equal([asked.splice(0), seen.pulls], [[BODY.length], 1]);
    }
    const checkHeaders = (headers) => webhook.checkHeaders(headers);
    const { ask, told } = lateEndpoint(countersign, () => ({ scheme: webhook.scheme, verify, checkHeaders }));
    test.equal(await ask(streamed({}, stalled(utf8(BODY))).request), MALFORMED);
    test.equal([told.rejected, asked], [["HEADER_MISSING"], []]);
  },

  async "leaves to the body whatever the first look says that is not malformed"(countersign, test) {
    const webhook = agentbot(countersign);
    const others = ["SIGNATURE_MISMATCH", "HEADERS_INVALID", "SECRET_EMPTY", "PAYLOAD_NOT_JSON", "BODY_TOO_LARGE"];
    for (const code of others) {
      const { family, message } = new countersign.WebhookError(code);
      const verify = (...given) => webhook.verify(...given);
      const its = { scheme: webhook.scheme, verify, checkHeaders: () => ({ ok: false, code, family, message }) };
      const { deliver, told } = lateEndpoint(countersign, () => its);
      test.equal([await deliver(), told.rejected], [OK, []], code);
    }
  },

  async "answers 500 while the secret is missing, and looks again with the next delivery"(countersign, test) {
    let secret;
    const { deliver, told } = lateEndpoint(countersign, () => agentbot(countersign, secret ?? ""));
    test.equal(await deliver(), MISUSE);
    test.equal(told.rejected, ["SECRET_EMPTY"]);
    secret = SECRET;
    test.equal(await deliver(), OK);
  },

  async "answers 500 while a vault cannot be reached"(countersign, test) {
    const { deliver, told } = lateEndpoint(countersign, () => Promise.reject(new Error("the vault is closed")));
    test.equal(await deliver(), FAILED);
    test.equal(told, { rejected: [], duplicates: [], errors: ["Error: the vault is closed"] });
  },

  async "answers 500 to what makes no Webhook"(countersign, test) {
    for (const nothing of [undefined, {}, SECRET]) {
      const { deliver, told } = lateEndpoint(countersign, () => nothing);
      test.equal(await deliver(), MISUSE);
      test.equal(told.rejected, ["OPTION_INVALID"]);
    }
  },
};
