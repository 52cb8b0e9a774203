// DigiVault: a conversation, its messages, a contact and a group, each from its beginning to its
// end. The objects of all events but conversation.message.created are likely, not documented.

import type { DigiVaultEvents } from "../generated/events.ts";

const contact = {
  id: "Xk2vR8mQ0tLwB5sN",
  username: "NoraHalvorsen",
  name: "Nora Halvorsen",
  avatar_url: "https://assets.example.com/avatars/nora.jpg",
};

const conversation = { id: "hT7pJ3yZc9FdW1aG", contact, created_at: 1779098520 };

const message = {
  id: "qM4nU6bE8xKoS2vD",
  conversation_id: conversation.id,
  contact,
  message: "Could you send me the signed contract again?",
  created_at: 1779098526,
};

const group = { id: "Lw5cY9rH3jPzA7eT", name: "Project Fjord", created_at: 1779099120 };

export const digivault: DigiVaultEvents = {
  "conversation.created": {
    id: "webhook_1779098520",
    type: "conversation.created",
    created_at: 1779098520,
    data: { object: { ...conversation, updated_at: 1779098520 } },
  },
  "conversation.updated": {
    id: "webhook_1779098700",
    type: "conversation.updated",
    created_at: 1779098700,
    data: { object: { ...conversation, updated_at: 1779098700 } },
  },
  "conversation.archived": {
    id: "webhook_1779102120",
    type: "conversation.archived",
    created_at: 1779102120,
    data: { object: { ...conversation, archived_at: 1779102120 } },
  },
  "conversation.deleted": {
    id: "webhook_1779188520",
    type: "conversation.deleted",
    created_at: 1779188520,
    data: { object: { id: conversation.id, deleted_at: 1779188520 } },
  },
  "conversation.message.created": {
    id: "webhook_1779098526",
    type: "conversation.message.created",
    created_at: 1779098526,
    data: { object: message },
  },
  "conversation.message.updated": {
    id: "webhook_1779098584",
    type: "conversation.message.updated",
    created_at: 1779098584,
    data: {
      object: {
        ...message,
        message: "Could you send me the signed contract again, please?",
        updated_at: 1779098584,
      },
    },
  },
  "conversation.message.deleted": {
    id: "webhook_1779098655",
    type: "conversation.message.deleted",
    created_at: 1779098655,
    data: { object: { id: message.id, conversation_id: conversation.id, deleted_at: 1779098655 } },
  },
  "conversation.message.read": {
    id: "webhook_1779098611",
    type: "conversation.message.read",
    created_at: 1779098611,
    data: { object: { id: message.id, conversation_id: conversation.id, read_at: 1779098611 } },
  },
  "contact.created": {
    id: "webhook_1779012360",
    type: "contact.created",
    created_at: 1779012360,
    data: { object: { ...contact, created_at: 1779012360 } },
  },
  "contact.updated": {
    id: "webhook_1779098890",
    type: "contact.updated",
    created_at: 1779098890,
    data: { object: { ...contact, name: "Nora Halvorsen Lie", updated_at: 1779098890 } },
  },
  "contact.deleted": {
    id: "webhook_1779188600",
    type: "contact.deleted",
    created_at: 1779188600,
    data: { object: { id: contact.id, deleted_at: 1779188600 } },
  },
  "group.created": {
    id: "webhook_1779099120",
    type: "group.created",
    created_at: 1779099120,
    data: { object: group },
  },
  "group.updated": {
    id: "webhook_1779099240",
    type: "group.updated",
    created_at: 1779099240,
    data: { object: { ...group, name: "Project Fjord 2", updated_at: 1779099240 } },
  },
  "group.member_added": {
    id: "webhook_1779099180",
    type: "group.member_added",
    created_at: 1779099180,
    data: { object: { group_id: group.id, contact, added_at: 1779099180 } },
  },
  "group.member_removed": {
    id: "webhook_1779185600",
    type: "group.member_removed",
    created_at: 1779185600,
    data: { object: { group_id: group.id, contact, removed_at: 1779185600 } },
  },
  "group.deleted": {
    id: "webhook_1779188400",
    type: "group.deleted",
    created_at: 1779188400,
    data: { object: { id: group.id, deleted_at: 1779188400 } },
  },
};
