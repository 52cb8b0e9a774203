// Loaded into the server by `node --import`: reports how long each call of verify took, and touches
// nothing else. It stands beside the example, so that "countersign" is the very copy that the
// example imports.
import { Webhook } from "countersign";

const { verify } = Webhook.prototype;

Webhook.prototype.verify = function (...delivery) {
  const began = process.hrtime.bigint();
  try {
    return verify.apply(this, delivery);
  } finally {
    process.send({ microseconds: Number(process.hrtime.bigint() - began) / 1000 });
  }
};
