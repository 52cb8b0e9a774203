// Next.js: both of its routers.
import { receivePages } from "countersign/next";
import { ofFetch } from "./fetch.mjs";

export const programs = {
  "next-app": ofFetch("export const POST = HAND;"),
  "next-pages": {
    headers: "request.headers",
    parsed: "JSON.stringify(request.body)",
    raw: "rawBody",
    program: (above, hand) => above || `export default async (request, response) => response.send(await ${hand});`,
  },
};

export const listeners = { "next-pages": receivePages };
