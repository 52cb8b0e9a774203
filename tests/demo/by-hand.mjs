// The commands the demo leaves behind: the same server, and deliveries that curl can send.
import { ENVIRONMENT, PROVIDERS, signatureOf } from "./providers.mjs";

const PORT = 3000;

/** Returns the text with the commands, to be run from the top folder of the project. */
export function byHand(folder) {
  return `
Try it by hand. In one terminal, start the server:

${startCommand(folder)}

In another, a delivery of Bookbag, which signs no time: this command is good for ever,
and handled once.

${curl("bookbag")}

And one of Agentbot, which does: good for five minutes from now, then TIMESTAMP_TOO_OLD.

${curl("agentbot")}

Change a byte of either body, send it again, and read the server's log. To see what is wrong with a
delivery of your own, paste it into the browser harness:

make harness`;
}

/** Returns the command that starts the example as the demo did. */
export function startCommand(folder, port = PORT) {
  const secrets = Object.entries(ENVIRONMENT).map(([name, value]) => `${name}=${value}`);
  return [...secrets, `PORT=${port} node ${folder}/server.js`].join(" \\\n  ");
}

/** Returns a curl command that sends a genuine delivery of `provider`, signed now. */
export function curl(provider, port = PORT) {
  const { header, body } = PROVIDERS[provider];
  const signature = signatureOf(provider, { body: Buffer.from(body), seconds: Math.floor(Date.now() / 1000) });
  return [
    `curl -i http://localhost:${port}/webhooks/${provider}`,
    "-H 'Content-Type: application/json'",
    `-H '${header}: ${signature}'`,
    `--data-binary '${body}'`, // as it stands: -d would drop the line breaks
  ].join(" \\\n  ");
}
