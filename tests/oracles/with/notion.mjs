// @notionhq/client: a prefix and hex, in whatever case it comes.
import { library } from "../libraries.mjs";

const { signWebhookPayload, verifyWebhookSignature } = await library("@notionhq/client/build/src/webhooks.js");

export const notion = {
  library: "@notionhq/client",
  scheme: "name: notion\nmac: sha256\nheader: X-Notion-Signature\nformat: value sha256=\nencoding: hex-any-case\n",

  async sign({ secret, raw }) {
    return { "x-notion-signature": await signWebhookPayload({ body: raw, verificationToken: secret }) };
  },

  verify({ secret, raw, headers }) {
    const signature = headers["x-notion-signature"];
    return verifyWebhookSignature({ body: raw, signature, verificationToken: secret });
  },
};
