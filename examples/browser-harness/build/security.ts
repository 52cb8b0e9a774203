// Security: the headers of the preview server, and a policy that Vite can work under while developing.

import type { Plugin } from "vite";

const headers = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

// What a host should send: the policy that stands in the page, and what a page cannot say of itself.
const pagePolicy = (html: string) => `${policyOf(html)}; frame-ancestors 'none'`;

/** Sends the headers, loosens the policy while developing, and lets the service worker of a preview fetch its own files. */
export function security(html: string): Plugin {
  let serves = false;
  return {
    name: "countersign:security",
    config: () => ({ server: { headers }, preview: { headers } }),
    configResolved: ({ command }) => {
      serves = command === "serve";
    },
    // Vite sends styles as scripts that write style elements, and news of a change by a socket.
    transformIndexHtml: (page) =>
      serves
        ? page.replace("style-src 'self'", "$& 'unsafe-inline'").replace("connect-src 'none'", "connect-src 'self' ws:")
        : page,
    // Not by `preview.headers`, which would win: the service worker has a policy of its own.
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        const isWorker = /\/sw\.js(\?|$)/.test(request.url ?? "");
        response.setHeader("Content-Security-Policy", isWorker ? workerPolicy : pagePolicy(html));
        next();
      });
    },
  };
}

// A worker obeys the headers of its own file. This one fetches the page's files, once, to keep them.
const workerPolicy = "default-src 'none'; connect-src 'self'";

function policyOf(html: string): string {
  const policy = /Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1];
  if (policy === undefined) throw new Error("index.html has no Content-Security-Policy");
  return policy;
}
