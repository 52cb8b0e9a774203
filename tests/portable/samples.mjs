// countersign/samples: every documented event in its documented form, as a body that signs and verifies.
import { NOW, ANY_SECRET } from "./api/kit.mjs";

/** The fields of every body, as the documents order them. */
const ENVELOPES = {
  agentbot: "event timestamp site_id data",
  bookbag: "event data ts",
  chatbase: "eventType chatbotId payload",
  digivault: "id type created_at data",
  libromi: "type data",
};

/** The events whose own fields are documented, and these fields in their order. */
const FIELDS = [
  [
    ({ agentbot }) => agentbot["message.created"].data,
    "conversation_id message_id sender_type body visitor_email visitor_name",
  ],
  [({ bookbag }) => bookbag["conversation.replied"].data, "conversation_id agent_id message"],
  [({ chatbase }) => chatbase["leads.submit"].payload, "conversationId customerEmail customerName customerPhone"],
  [
    ({ digivault }) => digivault["conversation.message.created"].data.object,
    "id conversation_id contact message created_at",
  ],
  [({ digivault }) => digivault["conversation.message.created"].data.object.contact, "id username name avatar_url"],
  [({ libromi }) => libromi["message.received"].data, "contact message"],
];

export const tests = {
  "holds events that are listed, and no other"({ samples, providers }, test) {
    for (const [name, sampled] of Object.entries(samples)) {
      const types = providers[name].events.map(({ type }) => type);
      const known = types.filter((type) => Object.hasOwn(sampled, type));
      test.equal(Object.keys(sampled), known, name);
    }
    for (const name of ["agentbot", "chatbase", "digivault", "github", "libromi", "stripe"])
      test.equal(Object.keys(samples[name]).length, providers[name].events.length, `every event of ${name}`);
  },

  "signs and verifies each, and knows it by its type"(countersign, test) {
    const { samples, providers, Webhook } = countersign;
    for (const [name, sampled] of Object.entries(samples)) {
      const { scheme } = providers[name];
      const webhook = new Webhook(name, ANY_SECRET, { now: () => NOW, toleranceSeconds: scheme.timestamp && Infinity });
      for (const [type, payload] of Object.entries(sampled)) {
        const body = JSON.stringify(payload);
        const delivery = webhook.verify(body, webhook.sign(body));
        test.equal(delivery.type, scheme.type === undefined ? undefined : type, `${name} ${type}`);
        test.equal(delivery.payload, payload, `${name} ${type}`);
        if (delivery.id !== undefined && payload.id) test.equal(delivery.id, payload.id, `${name} ${type}`);
      }
      webhook.dispose();
    }
  },

  "gives every documented field, in the documented order"({ samples }, test) {
    for (const [name, fields] of Object.entries(ENVELOPES))
      for (const [type, payload] of Object.entries(samples[name]))
        test.equal(Object.keys(payload), fields.split(" "), `${name} ${type}`);
    for (const [of, fields] of FIELDS) test.equal(Object.keys(of(samples)), fields.split(" "), fields);
  },

  "tells times as the documents do"({ samples }, test) {
    for (const { timestamp } of Object.values(samples.agentbot))
      test.matches(timestamp, /^2026-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    for (const { ts } of Object.values(samples.bookbag)) test.equal(new Date(ts).getUTCFullYear(), 2026, "ms");
    for (const { created_at: at, id } of Object.values(samples.digivault)) {
      test.equal([new Date(at * 1000).getUTCFullYear(), id], [2026, `webhook_${at}`], "s");
    }
  },

  "cannot be set, at any depth"({ samples }, test) {
    for (const [path, value] of partsOf(samples)) test.ok(typeof value !== "object" || Object.isFrozen(value), path);
  },

  "is nobody's: addresses, hosts and numbers that are kept for examples"({ samples }, test) {
    const texts = [...partsOf(samples)].filter(([, value]) => typeof value === "string");
    for (const [path, text] of texts) {
      for (const [, host] of text.matchAll(/@([\w.-]+\.\w+)/g)) test.matches(host, /^example\.(com|org|net)$/, path);
      for (const [, host, rest] of text.matchAll(/https?:\/\/([^/]+)(\S*)/g))
        test.ok(/(^|\.)example\.(com|org|net)$/.test(host) || isOfOcto(host, rest), `${path} ${text}`);
      if (/phone/i.test(path)) test.matches(text.replaceAll(" ", ""), /^\+1\d{3}55501\d\d$/, path);
    }
    test.ok(texts.length > 200, `${texts.length} texts were read`);
  },
};

// GitHub's own examples: an organisation that GitHub keeps for them.
const isOfOcto = (host, path) =>
  /^(api\.)?github\.com$/.test(host) && /^(\/repos|\/organizations)?\/octo-org\//.test(path);

/** Every value below one, with the path to it. */
function* partsOf(value, path = "samples") {
  yield [path, value];
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) yield* partsOf(part, `${path}.${key}`);
}
