// Written by generate.mjs from src/providers/*.toml; do not edit.

import type { SamplesOf } from "../../samples/types.ts";

export const samplesLibromi: SamplesOf<"libromi"> = {
  "message.received": {
    "type": "message.received",
    "data": {
      "contact": {
        "name": "Priya Raman"
      },
      "message": {
        "content": "Is the reading on Friday open to everyone?"
      }
    }
  },
  "message.sent": {
    "type": "message.sent",
    "data": {
      "contact": {
        "name": "Priya Raman"
      },
      "message": {
        "content": "Yes, and it is free. Doors open at 18:30."
      }
    }
  },
  "contact.created": {
    "type": "contact.created",
    "data": {
      "contact": {
        "name": "Priya Raman"
      }
    }
  },
  "contact.updated": {
    "type": "contact.updated",
    "data": {
      "contact": {
        "name": "Priya Raman-Lindqvist"
      }
    }
  },
  "chatbot.triggered": {
    "type": "chatbot.triggered",
    "data": {
      "contact": {
        "name": "Priya Raman-Lindqvist"
      },
      "message": {
        "content": "When are you open on Sunday?"
      }
    }
  },
};
