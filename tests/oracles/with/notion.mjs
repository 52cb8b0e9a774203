// @notionhq/client: a prefix and hex, in any letter case.
import { library } from "../libraries.mjs";

const { signWebhookPayload, verifyWebhookSignature } = await library("@notionhq/client/build/src/webhooks.js");

export const notion = {
  library: "@notionhq/client",
  scheme: {
    name: "notion",
    algorithm: "hmac-sha256",
    signature: {
      header: "X-Notion-Signature",
      format: { kind: "value", prefix: "sha256=" },
      encoding: "hex-any-case",
    },
  },

  async sign({ secret, raw }) {
    return { "x-notion-signature": await signWebhookPayload({ body: raw, verificationToken: secret }) };
  },

  verify({ secret, raw, headers }) {
    const signature = headers["x-notion-signature"];
    return verifyWebhookSignature({ body: raw, signature, verificationToken: secret });
  },
};
