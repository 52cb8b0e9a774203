// The types of the provider of acme.toml, as its users have them. Compiled, never run.

import { Webhook, type AcmeSohneEvents, type ProviderName } from "countersign";
import { acme } from "countersign/providers/acme";
import { samples } from "countersign/samples";

const name: ProviderName = "acme";
void name;
const delivery = new Webhook("acme", "secret").verify("", {});
if (delivery.type === "order.created") {
  const total: number = delivery.payload.data.total;
  const odd: string | null = delivery.payload.data["it's"];
  void [total, odd];
  // @ts-expect-error: there is no such field
  delivery.payload.data.totel.toFixed();
}
const sample: string = samples.acme["order.created"].meta.sent_at;
void (sample satisfies AcmeSohneEvents["order.created"]["meta"]["sent_at"]);
// @ts-expect-error: there is no sample of this event
void samples.acme["order/deleted"];
const alone: "acme" = acme.name;
void alone;
