// Loaded into the server by `node --import`: reports how long each call of check took, and touches
// nothing else. It stands beside the example, so that "countersign" is the very copy that the
// example imports.
import { Webhook } from "countersign";

const { check } = Webhook.prototype;

Webhook.prototype.check = function (...delivery) {
  const began = process.hrtime.bigint();
  try {
    return check.apply(this, delivery);
  } finally {
    process.send({ microseconds: Number(process.hrtime.bigint() - began) / 1000 });
  }
};
