// Loaded into the server by `node --import`: reports how long each verdict took, and touches
// nothing else. A refusal of the headers alone is a verdict, too. It stands beside the example, so that
// "countersign" is the very copy that the example imports.
import { Webhook } from "countersign";

const { checkHeaders, verify } = Webhook.prototype;

Webhook.prototype.checkHeaders = function (headers) {
  const began = process.hrtime.bigint();
  const refusal = checkHeaders.call(this, headers);
  if (refusal !== undefined) report(began);
  return refusal;
};

Webhook.prototype.verify = function (...delivery) {
  const began = process.hrtime.bigint();
  try {
    return verify.apply(this, delivery);
  } finally {
    report(began);
  }
};

function report(began) {
  process.send({ microseconds: Number(process.hrtime.bigint() - began) / 1000 });
}
