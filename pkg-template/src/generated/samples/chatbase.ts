// Written by generate.mjs from src/providers/*.toml; do not edit.

import type { SamplesOf } from "../../samples/types.ts";

export const samplesChatbase: SamplesOf<"chatbase"> = {
  "leads.submit": {
    "eventType": "leads.submit",
    "chatbotId": "pT4nVd0s8WcKq2LxYb71H",
    "payload": {
      "conversationId": "3d6b9a52-17f4-4c7e-9f0a-b2c85e41d760",
      "customerEmail": "amara.okoye@example.com",
      "customerName": "Amara Okoye",
      "customerPhone": "+12025550178"
    }
  },
};
