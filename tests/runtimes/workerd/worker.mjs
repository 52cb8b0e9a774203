// A Worker: the package comes in through its `workerd` entry, with the module compiled beforehand.
import * as countersign from "countersign";
import corpus from "./corpus.mjs";
import { runSuite } from "./portable/suite.mjs";

export default {
  async fetch(request) {
    if (new URL(request.url).pathname !== "/suite") return new Response("ready");
    return Response.json(await runSuite(countersign, corpus, { everyAttack: true }));
  },
};
