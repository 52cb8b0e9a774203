// Written by pkg-template/generate.mjs from pkg-template/frameworks.mjs; do not edit.

import type { Framework } from "countersign/explain";

/** What a fix can be written for, as people call it. */
export const frameworks: Readonly<Record<Framework, string>> = {
  express: "Express",
  fastify: "Fastify",
  koa: "Koa",
  hono: "Hono",
  nest: "NestJS",
  "next-app": "Next.js, App Router",
  "next-pages": "Next.js, pages/api",
  fetch: "SvelteKit, Remix, React Router, Astro",
  lambda: "AWS Lambda",
  node: "Node",
  workers: "Cloudflare Workers",
  deno: "Deno",
  bun: "Bun",
};
