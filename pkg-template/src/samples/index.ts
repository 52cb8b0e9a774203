// countersign/samples: realistic payloads to sign and to test a receiver with. Data alone: it carries no module, and no
// other part of the package needs it.

import { allSamples } from "../generated/samples.ts";
import type { Samples } from "./types.ts";

export type { Frozen, SamplePayload, Samples, SamplesOf } from "./types.ts";

/**
 * Payloads by provider and event type. `JSON.stringify` of one is a body that
 * `webhook.sign` signs.
 *
 * Every documented field has its documented form. Where a provider documents none, the fields are
 * likely ones: rely on no name that it does not state. Some providers have more events than there
 * are samples: those here are the ones that receivers get most often, shortened. All names,
 * addresses and ids are made up.
 *
 * @example
 * import { Webhook } from "countersign";
 * import { samples } from "countersign/samples";
 *
 * const webhook = new Webhook("agentbot", "ag_secret");
 * const body = JSON.stringify(samples.agentbot["message.created"]);
 * const delivery = webhook.verify(body, webhook.sign(body));
 * console.log(delivery.type); // message.created
 */
export const samples: Samples = allSamples;
