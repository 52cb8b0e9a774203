// Chatbase: a customer leaves an address with the chatbot.

import type { ChatbaseEvents } from "../generated/events.ts";

export const chatbase: ChatbaseEvents = {
  "leads.submit": {
    eventType: "leads.submit",
    chatbotId: "pT4nVd0s8WcKq2LxYb71H",
    payload: {
      conversationId: "3d6b9a52-17f4-4c7e-9f0a-b2c85e41d760",
      customerEmail: "amara.okoye@example.com",
      customerName: "Amara Okoye",
      customerPhone: "+12025550178",
    },
  },
};
