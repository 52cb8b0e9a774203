// A Worker that Vite builds before wrangler does.
import * as countersign from "countersign";
import { explain } from "countersign/explain";
import corpus from "./corpus.mjs";
import { runFew } from "./portable/few.mjs";

export default {
  fetch(request) {
    if (new URL(request.url).pathname !== "/suite") return new Response("ready");
    return Response.json(runFew({ ...countersign, explain }, corpus));
  },
};
