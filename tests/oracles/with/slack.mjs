// @slack/bolt: its receivers verify with this function, and it signs nothing: the sender here is its documentation.
import { createHmac } from "node:crypto";
import { library } from "../libraries.mjs";
import { spelled } from "../times.mjs";

const { verifySlackRequest } = await library("@slack/bolt/dist/receivers/verify-request.js");

export const slack = {
  library: "@slack/bolt",
  scheme: "slack",

  sign({ secret, raw, milliseconds, spelling }) {
    // What the sender writes goes into its MAC as it is written, so it may be written in other ways.
    const time = spelled("s", milliseconds, spelling);
    const signature = createHmac("sha256", secret).update(`v0:${time}:`).update(raw).digest("hex");
    return { "x-slack-signature": `v0=${signature}`, "x-slack-request-timestamp": time };
  },

  verify({ secret, text, headers, now }) {
    verifySlackRequest({ signingSecret: secret, body: text, headers, nowMilliseconds: now });
    return true;
  },
};
