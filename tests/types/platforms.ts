// Platforms: their own types go in without a cast. Compiled with the DOM library, never run.

import { Webhook, type RequestInput } from "countersign";

declare const request: Request;
const webhook = new Webhook("agentbot", "secret");

const delivery = await webhook.verifyRequest(request);
void delivery;
webhook.verify(await request.arrayBuffer(), request.headers, { method: request.method, url: request.url });
webhook.verify(await request.arrayBuffer(), request.headers);
webhook.verify(await request.text(), new Headers());
webhook.verify(new Uint8Array(await request.arrayBuffer()), request.headers);

// What @types/node calls IncomingHttpHeaders, and what API Gateway calls its event's headers.
interface IncomingHttpHeaders {
  [name: string]: string | string[] | undefined;
  host?: string;
  "set-cookie"?: string[];
}
declare const incoming: IncomingHttpHeaders;
webhook.verify("", incoming);

// What Node says of a request may be missing.
declare const message: { method?: string | undefined; url?: string | undefined };
webhook.verify("", incoming, { method: message.method, url: message.url });

const response: Promise<Response> = fetch("https://example.com", {
  method: "POST",
  headers: webhook.sign("{}"),
  body: "{}",
});
void response;

// @ts-expect-error: a Response has no place here
webhook.verify(await response, request.headers);
// @ts-expect-error: an unread stream
webhook.verify(request.body, request.headers);

const minimal: RequestInput = { headers: { "x-agentbot-signature": "" }, arrayBuffer: async () => new ArrayBuffer(0) };
void webhook.verifyRequest(minimal);
void webhook.verifyRequest({ ...minimal, method: "POST", url: "https://example.com/" });
// @ts-expect-error: a method is text
void webhook.verifyRequest({ ...minimal, method: 1 });
