// Written by generate.mjs from src/providers/*.toml; do not edit.

import type { SamplesOf } from "../../samples/types.ts";

export const samplesSlack: SamplesOf<"slack"> = {
  url_verification: {
    "token": "c5LmT8vKq2WzR0hXyB4nJd7F",
    "challenge": "aT7kQ2xVn9RfL4wZs0GcM6pYbH3jUe8iDo1tKq5XrN7vCg2WmB4y",
    "type": "url_verification"
  },
  event_callback: {
    "token": "c5LmT8vKq2WzR0hXyB4nJd7F",
    "team_id": "T07QK3M2X9B",
    "api_app_id": "A07R4D8HN1C",
    "event": {
      "user": "U07QZ1F5LTW",
      "type": "app_mention",
      "ts": "1779098520.004219",
      "client_msg_id": "6f0d1c9e-54b2-4a37-8c1b-e27d95f3a680",
      "text": "<@U07RBOT42PK> what is on today? & who is on call?",
      "team": "T07QK3M2X9B",
      "channel": "C07QT6V0E3S",
      "event_ts": "1779098520.004219"
    },
    "type": "event_callback",
    "event_id": "Ev07S2L9Y4GA",
    "event_time": 1779098520,
    "authorizations": [
      {
        "enterprise_id": null,
        "team_id": "T07QK3M2X9B",
        "user_id": "U07RBOT42PK",
        "is_bot": true,
        "is_enterprise_install": false
      }
    ],
    "is_ext_shared_channel": false,
    "event_context": "4-eyJldCI6ImFwcF9tZW50aW9uIn0"
  },
  app_rate_limited: {
    "token": "c5LmT8vKq2WzR0hXyB4nJd7F",
    "type": "app_rate_limited",
    "team_id": "T07QK3M2X9B",
    "minute_rate_limited": 1779098520,
    "api_app_id": "A07R4D8HN1C"
  },
};
