//! Slack: a version, a timestamp and the raw body, signed together.

use super::{Provider, Retries};

pub(super) const PROVIDER: Provider = Provider {
    title: "Slack",
    docs: "https://docs.slack.dev/authentication/verifying-requests-from-slack",
    scheme: "
        name: slack
        mac: sha256
        header: X-Slack-Signature
        format: value v0=
        content: v0:{timestamp}:{body}
        timestamp: header X-Slack-Request-Timestamp s
        tolerance: 300 300
        type: body type
        id: body event_id
    ",
    event_time: None,
    envelope: "",
    events: &[],
    tolerance_from: "Slack's document says five minutes.",
    retries: Some(Retries { attempts: 4, after_seconds: &[0, 60, 300] }),
    retries_say: "",
    timeout_seconds: Some(3),
    notes: &[
        "Slash commands and interactions are form bodies: they have no type and no id.",
        "`type` is the outer one (event_callback, url_verification); the event's own is nested.",
    ],
};
