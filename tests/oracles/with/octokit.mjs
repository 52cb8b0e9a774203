// @octokit/webhooks-methods, both of its builds: for Node by node:crypto, for the web by WebCrypto.
import { library } from "../libraries.mjs";

const builds = {
  node: await library("@octokit/webhooks-methods/dist-node/index.js"),
  web: await library("@octokit/webhooks-methods/dist-web/index.js"),
};

const oracle = ({ sign, verifyWithFallback }) => ({
  library: "@octokit/webhooks-methods",
  scheme: "github",

  async sign({ secret, text }) {
    return { "x-hub-signature-256": await sign(secret, text) };
  },

  verify({ secret, previous, text, headers }) {
    return verifyWithFallback(secret, text, headers["x-hub-signature-256"], previous);
  },
});

export const octokit = { ...oracle(builds.node), rotates: true };
export const octokitWeb = { ...oracle(builds.web), rotates: true };
