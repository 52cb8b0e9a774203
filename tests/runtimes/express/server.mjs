// The receiver: Express 5 as a user would write it, with one endpoint for each vector.
import { WebhookError } from "countersign";
import * as countersign from "countersign";
import express from "express";
import { openWebhook } from "./portable/vectors.mjs";

/** Answers POST /<index> with the verdict on the delivery that was posted, judged as that vector says. */
export function makeApp(vectors) {
  const app = express();
  // After a JSON parser the signed bytes are gone: the package has to say so, and what to write instead.
  app.post("/parsed", express.json(), (request, response) => answer(vectors[0], request, response));
  app.post("/:index", express.raw({ type: () => true, limit: "32mb" }), (request, response) => {
    answer(vectors[request.params.index], request, response);
  });
  return app;
}

function answer(vector, request, response) {
  const webhook = openWebhook(countersign, vector);
  try {
    // Express leaves `undefined` for a request of no bytes, which the package takes for a missing parser.
    const { method, originalUrl: url } = request;
    const delivery = webhook.verify(request.body ?? "", request.headers, { method, url });
    const { type, id, timestamp, secretIndex, idempotencyKey } = delivery;
    response.json({
      verdict: "verified",
      type,
      id,
      timestamp_ms: timestamp?.getTime(),
      secret_index: secretIndex,
      idempotency_key: idempotencyKey,
    });
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error;
    response.status(error.status).json({ verdict: error.code, detail: error.detail, message: error.message });
  } finally {
    webhook.dispose();
  }
}
