// Written by generate.mjs from src/providers/*.toml; do not edit.

import type { SamplesOf } from "../../samples/types.ts";

export const samplesDigivault: SamplesOf<"digivault"> = {
  "conversation.created": {
    "id": "webhook_1779098520",
    "type": "conversation.created",
    "created_at": 1779098520,
    "data": {
      "object": {
        "id": "hT7pJ3yZc9FdW1aG",
        "contact": {
          "id": "Xk2vR8mQ0tLwB5sN",
          "username": "NoraHalvorsen",
          "name": "Nora Halvorsen",
          "avatar_url": "https://assets.example.com/avatars/nora.jpg"
        },
        "created_at": 1779098520
      }
    }
  },
  "conversation.updated": {
    "id": "webhook_1779098700",
    "type": "conversation.updated",
    "created_at": 1779098700,
    "data": {
      "object": {
        "id": "hT7pJ3yZc9FdW1aG",
        "contact": {
          "id": "Xk2vR8mQ0tLwB5sN",
          "username": "NoraHalvorsen",
          "name": "Nora Halvorsen",
          "avatar_url": "https://assets.example.com/avatars/nora.jpg"
        },
        "created_at": 1779098520
      }
    }
  },
  "conversation.archived": {
    "id": "webhook_1779102120",
    "type": "conversation.archived",
    "created_at": 1779102120,
    "data": {
      "object": {
        "id": "hT7pJ3yZc9FdW1aG",
        "contact": {
          "id": "Xk2vR8mQ0tLwB5sN",
          "username": "NoraHalvorsen",
          "name": "Nora Halvorsen",
          "avatar_url": "https://assets.example.com/avatars/nora.jpg"
        },
        "created_at": 1779098520
      }
    }
  },
  "conversation.deleted": {
    "id": "webhook_1779188520",
    "type": "conversation.deleted",
    "created_at": 1779188520,
    "data": {
      "object": {
        "id": "hT7pJ3yZc9FdW1aG"
      }
    }
  },
  "conversation.message.created": {
    "id": "webhook_1779098526",
    "type": "conversation.message.created",
    "created_at": 1779098526,
    "data": {
      "object": {
        "id": "qM4nU6bE8xKoS2vD",
        "conversation_id": "hT7pJ3yZc9FdW1aG",
        "contact": {
          "id": "Xk2vR8mQ0tLwB5sN",
          "username": "NoraHalvorsen",
          "name": "Nora Halvorsen",
          "avatar_url": "https://assets.example.com/avatars/nora.jpg"
        },
        "message": "Could you send me the signed contract again?",
        "created_at": 1779098526
      }
    }
  },
  "conversation.message.updated": {
    "id": "webhook_1779098584",
    "type": "conversation.message.updated",
    "created_at": 1779098584,
    "data": {
      "object": {
        "id": "qM4nU6bE8xKoS2vD",
        "conversation_id": "hT7pJ3yZc9FdW1aG",
        "contact": {
          "id": "Xk2vR8mQ0tLwB5sN",
          "username": "NoraHalvorsen",
          "name": "Nora Halvorsen",
          "avatar_url": "https://assets.example.com/avatars/nora.jpg"
        },
        "message": "Could you send me the signed contract again, please?",
        "created_at": 1779098526
      }
    }
  },
  "conversation.message.deleted": {
    "id": "webhook_1779098655",
    "type": "conversation.message.deleted",
    "created_at": 1779098655,
    "data": {
      "object": {
        "id": "qM4nU6bE8xKoS2vD",
        "conversation_id": "hT7pJ3yZc9FdW1aG"
      }
    }
  },
  "conversation.message.read": {
    "id": "webhook_1779098611",
    "type": "conversation.message.read",
    "created_at": 1779098611,
    "data": {
      "object": {
        "id": "qM4nU6bE8xKoS2vD",
        "conversation_id": "hT7pJ3yZc9FdW1aG"
      }
    }
  },
  "contact.created": {
    "id": "webhook_1779012360",
    "type": "contact.created",
    "created_at": 1779012360,
    "data": {
      "object": {
        "id": "Xk2vR8mQ0tLwB5sN",
        "username": "NoraHalvorsen",
        "name": "Nora Halvorsen",
        "avatar_url": "https://assets.example.com/avatars/nora.jpg",
        "created_at": 1779012360
      }
    }
  },
  "contact.updated": {
    "id": "webhook_1779098890",
    "type": "contact.updated",
    "created_at": 1779098890,
    "data": {
      "object": {
        "id": "Xk2vR8mQ0tLwB5sN",
        "username": "NoraHalvorsen",
        "name": "Nora Halvorsen Lie",
        "avatar_url": "https://assets.example.com/avatars/nora.jpg"
      }
    }
  },
  "contact.deleted": {
    "id": "webhook_1779188600",
    "type": "contact.deleted",
    "created_at": 1779188600,
    "data": {
      "object": {
        "id": "Xk2vR8mQ0tLwB5sN"
      }
    }
  },
  "group.created": {
    "id": "webhook_1779099120",
    "type": "group.created",
    "created_at": 1779099120,
    "data": {
      "object": {
        "id": "Lw5cY9rH3jPzA7eT",
        "name": "Project Fjord",
        "created_at": 1779099120
      }
    }
  },
  "group.updated": {
    "id": "webhook_1779099240",
    "type": "group.updated",
    "created_at": 1779099240,
    "data": {
      "object": {
        "id": "Lw5cY9rH3jPzA7eT",
        "name": "Project Fjord 2",
        "created_at": 1779099120
      }
    }
  },
  "group.member_added": {
    "id": "webhook_1779099180",
    "type": "group.member_added",
    "created_at": 1779099180,
    "data": {
      "object": {
        "id": "Lw5cY9rH3jPzA7eT",
        "contact": {
          "id": "Xk2vR8mQ0tLwB5sN",
          "username": "NoraHalvorsen",
          "name": "Nora Halvorsen",
          "avatar_url": "https://assets.example.com/avatars/nora.jpg"
        }
      }
    }
  },
  "group.member_removed": {
    "id": "webhook_1779185600",
    "type": "group.member_removed",
    "created_at": 1779185600,
    "data": {
      "object": {
        "id": "Lw5cY9rH3jPzA7eT",
        "contact": {
          "id": "Xk2vR8mQ0tLwB5sN",
          "username": "NoraHalvorsen",
          "name": "Nora Halvorsen",
          "avatar_url": "https://assets.example.com/avatars/nora.jpg"
        }
      }
    }
  },
  "group.deleted": {
    "id": "webhook_1779188400",
    "type": "group.deleted",
    "created_at": 1779188400,
    "data": {
      "object": {
        "id": "Lw5cY9rH3jPzA7eT"
      }
    }
  },
};
