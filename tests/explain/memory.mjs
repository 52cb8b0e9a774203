// What is left of a secret in the memory of the explainer. The package shows that memory to nobody, so the making of
// instances is watched; imported before the package is asked anything.

const instances = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(module, imports) {
    super(module, imports);
    instances.push(this);
  }
};

/** The secrets of which a part is still there after they were tried. */
export function leftovers({ explain }) {
  const secrets = [
    "kept-text-5f1c2d3e4a",
    '"quoted-9c1d7a2b3e"\n',
    "whsec_cHJlZml4ZWQta2V5LTgyMQ==",
    "Zoë-3d2a4e6f8b1c",
  ];
  const headers = { "x-agentbot-signature": `t=1700000000,v1=${"0".repeat(64)}` };
  for (const scheme of ["agentbot", "standard-webhooks"]) {
    const otherSecrets = secrets.map((secret) => ({ kind: "other", label: "a label", secret }));
    explain({ scheme, secret: secrets, otherSecrets, body: '{"a":1}', headers });
  }
  const memories = instances.map(({ exports }) => exports.memory).filter((memory) => memory !== undefined);
  const isLeft = (text) => memories.some(({ buffer }) => Buffer.from(buffer).includes(text));
  // What need not be wiped is left there, so that the search would find what must be.
  if (!isLeft("a label")) throw new Error("the search does not see the memory of the module");
  return secrets.filter((secret) => isLeft(secret.slice(2, 14)));
}
