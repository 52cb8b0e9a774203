// What may not matter: how the verdict is asked for, what carries the body and the headers, who parses the body.
import { CODES, TRAFFIC } from "../codes.mjs";
import { bodyForms, headerForms } from "../forms.mjs";
import { edited, member, signed } from "./draws.mjs";
import { bytesOf, caught, checked, expect, factsOf, refusalOf, verdictOf } from "./kit.mjs";

export const alike = {
  "checks and verifies to one verdict, with one code and one sentence": (fc, { delivery, edit }) => [
    fc.tuple(delivery, edit),
    ([sent, change]) => {
      const headers = edited(signed(sent), change);
      const webhook = sent.receiver.open();
      const answer = webhook.check(sent.body, headers);
      const thrown = caught(() => webhook.verify(sent.body, headers));
      if (answer.ok) expect(factsOf(thrown.value), factsOf(answer.delivery));
      else expect(refusalOf(thrown.error), refusalOf(answer));
      expect(answer.ok || (TRAFFIC.includes(answer.family) && CODES.get(answer.code)?.family === answer.family), true);
      webhook.dispose();
    },
  ],

  "judges alike whatever view carries the body and whatever collection the headers": (fc, { delivery, edit }) => [
    fc.tuple(delivery, fc.array(edit, { maxLength: 2 })),
    ([sent, changes]) => {
      const headers = changes.reduce((list, change) => (list.length === 0 ? list : edited(list, change)), signed(sent));
      const webhook = sent.receiver.open();
      const wanted = verdictOf(webhook.check(bytesOf(sent.body), headers));
      for (const [form, body] of [...bodyForms(bytesOf(sent.body)), ["as drawn", sent.body]]) {
        expect(`${form}: ${verdictOf(webhook.check(body, headers))}`, `${form}: ${wanted}`);
      }
      for (const [form, collection] of headerForms(headers)) {
        if (collection) expect(`${form}: ${verdictOf(webhook.check(sent.body, collection))}`, `${form}: ${wanted}`);
      }
      webhook.dispose();
    },
  ],

  "reads its headers in any letter case, in any order, among any others": (fc, { delivery, edit, text }) => [
    fc.tuple(
      delivery,
      edit,
      fc.array(fc.tuple(fc.stringMatching(/^[a-z0-9-]{1,8}$/), text, fc.nat(9))),
      fc.nat(),
      fc.boolean(),
    ),
    ([sent, change, others, letters, turned]) => {
      const headers = edited(signed(sent), change);
      const crowd = headers.map(([name, value], at) => [recased(name, letters >> at), value]);
      // What arrived twice under one name is one value, and keeps its order.
      if (turned && new Set(headers.map(([name]) => name.toLowerCase())).size === headers.length) crowd.reverse();
      for (const [name, value, at] of others) crowd.splice(at % (crowd.length + 1), 0, [`y-${name}`, value]);
      expect(checked(sent, crowd), checked(sent, headers));
    },
  ],

  "reads type and id as JSON.parse does": (fc, { text }, { Webhook }) => [
    fc.array(member(fc, text), { maxLength: 6 }),
    (members) => {
      const body = `{${members.join(",")}}`;
      const webhook = new Webhook("digivault", "secret");
      const { type, id, payload } = webhook.verify(body, webhook.sign(body));
      webhook.dispose();
      const parsed = JSON.parse(body);
      expect([type, id, payload], [scalar(parsed.type), scalar(parsed.id), parsed]);
    },
  ],
};

function recased(name, letters) {
  return [...name]
    .map((letter, at) => ((letters >> (at % 16)) & 1 ? letter.toUpperCase() : letter.toLowerCase()))
    .join("");
}

/** What the core finds where JSON.parse finds this: texts and numbers, not empty, at most 1024 bytes. */
function scalar(value) {
  if (typeof value === "number") return `${value}`;
  const isText =
    typeof value === "string" && value !== "" && value.isWellFormed() && new TextEncoder().encode(value).length <= 1024;
  return isText ? value : undefined;
}
