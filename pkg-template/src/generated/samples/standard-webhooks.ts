// Written by generate.mjs from src/providers/*.toml; do not edit.

import type { SamplesOf } from "../../samples/types.ts";

export const samplesStandardWebhooks: SamplesOf<"standard-webhooks"> = {
  "contact.created": {
    "type": "contact.created",
    "timestamp": "2026-05-18T10:02:00.118204Z",
    "data": {
      "id": "contact_01JVHQ3B7M",
      "first_name": "Mateo",
      "last_name": "Fuentes",
      "email": "mateo.fuentes@example.com"
    }
  },
  "contact.updated": {
    "type": "contact.updated",
    "timestamp": "2026-05-18T10:09:47.530991Z",
    "data": {
      "id": "contact_01JVHQ3B7M",
      "first_name": "Mateo",
      "last_name": "Fuentes",
      "email": "mateo@example.org"
    }
  },
  "invoice.paid": {
    "type": "invoice.paid",
    "timestamp": "2026-05-18T10:15:32.004870Z",
    "data": {
      "id": "invoice_01JVHQT9KX",
      "contact_id": "contact_01JVHQ3B7M",
      "total": "128.40",
      "currency": "EUR"
    }
  },
};
