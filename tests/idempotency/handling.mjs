// What the receivers of these tests do with a delivery, in Node as in a Worker: its payload says so.

export const webhookOf = ({ Webhook }) => new Webhook("agentbot", "secret-of-the-idempotency-tests");

/** A handler that writes down each delivery that it begins, and each that it handled within `ms`. */
export function handling(told, ms = 50) {
  return async ({ payload }) => {
    const { name, task } = payload.data;
    const isFirst = !told.some(([, other]) => other === name);
    told.push(["begun", name]);
    // Long enough for duplicates to come while it runs.
    await new Promise((later) => setTimeout(later, ms));
    if (task === "fail once" && isFirst) throw new Error("as this test wants it");
    told.push(["handled", name]);
  };
}

/** Long enough for the process to be killed. */
export const TOO_LONG = 600_000;

/** A signed delivery. The provider sends its id in a header that is not signed. */
export function deliveryOf(webhook, name, task = "handle") {
  const body = JSON.stringify({ event: "message.created", data: { name, task } });
  return withAnyId({ body, headers: { ...webhook.sign(body), "x-agentbot-event": "message.created" } });
}

export const withAnyId = ({ body, headers }) => ({
  body,
  headers: { ...headers, "x-agentbot-delivery-id": crypto.randomUUID() },
});
