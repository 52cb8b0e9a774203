// GitHub: deliveries of its own test suites, and ones made after its documentation.

const octokit = "octokit/webhooks-methods.js test/verify.test.ts";
const header = (value) => [["X-Hub-Signature-256", value]];
const foobar = "sha256=4864d2759938a15468b5df9ade20bf161da9b4f737ea61794142f3484236bda3";

export const github = {
  about: "HMAC-SHA256 of the raw body, written as sha256= and lower-case hex.",
  builtIn: true,
  odd: true,
  deep: ["value"],
  scheme: {
    name: "github",
    algorithm: "hmac-sha256",
    signature: { header: "X-Hub-Signature-256", format: { kind: "value", prefix: "sha256=" } },
    hints: ["X-GitHub-Event", "X-GitHub-Delivery"],
  },
  secret: "It's a Secret to Everybody",
  at: 1700000000000,
  hints: [
    ["X-GitHub-Event", "push"],
    ["X-GitHub-Delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958"],
  ],
  attacked: { body: '{"ref":"refs/heads/main","n":1.0}' },
  genuine: [
    { comment: "ping", body: '{"zen":"Keep it logically awesome.","hook_id":1}' },
    { comment: "form-encoded delivery", body: "payload=%7B%22zen%22%3A%22x%22%7D" },
    {
      comment: "a type in the body is no type: GitHub signs none under a top-level key",
      body: '{"type":"x","action":"opened"}',
    },
  ],
  more: [
    {
      comment: "legacy SHA-1 header alone",
      flags: ["header-missing"],
      reason: "HEADER_MISSING",
      body: '{"a": "z"}',
      edit: () => [["X-Hub-Signature", "sha1=b17e04cbb22afa8ffbff8796fc1894ed27badd9e"]],
    },
    {
      comment: "both headers, the legacy one forged: it is not read",
      flags: ["header-name"],
      body: '{"a": "z"}',
      edit: (headers) => [["X-Hub-Signature", `sha1=${"0".repeat(40)}`], ...headers],
    },
    {
      comment: "both headers, the current one forged",
      flags: ["signature-forged"],
      reason: "SIGNATURE_MISMATCH",
      secrets: ["secret"],
      body: '{"a": "z"}',
      edit: () => [
        ["X-Hub-Signature", "sha1=b17e04cbb22afa8ffbff8796fc1894ed27badd9e"],
        ["X-Hub-Signature-256", `sha256=${"0".repeat(64)}`],
      ],
    },
  ],
  published: [
    {
      comment: "documented test value",
      source: "docs.github.com, validating webhook deliveries",
      secrets: ["It's a Secret to Everybody"],
      headers: header("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"),
      body: "Hello, World!",
    },
    {
      comment: "published delivery, the second of two secrets",
      source: `${octokit}, verifyWithFallback`,
      secrets: ["foo", "mysecret"],
      secretIndex: 1,
      headers: header(foobar),
      body: '{"foo":"bar"}',
    },
    {
      comment: "published: no signature at all",
      source: octokit,
      secrets: ["mysecret"],
      headers: header("foo"),
      body: '{"foo":"bar"}',
      reason: "SIGNATURE_MALFORMED",
    },
    {
      comment: "published: wrong secret",
      source: octokit,
      secrets: ["foo"],
      headers: header(foobar),
      body: '{"foo":"bar"}',
      reason: "SIGNATURE_MISMATCH",
    },
    {
      comment: "published: GitHub writes \\u001B in upper case, JSON.stringify in lower",
      source: `${octokit}, issue 71`,
      secrets: ["development"],
      headers: header("sha256=afecc3caa27548bb90d51a50384cb2868b9a3327b4ad6a01c9bd4ed0f8b0b12c"),
      body: '{"foo":"Foo\\n\\u001B[34mbar: ♥♥♥♥♥♥♥♥\\nthis-is-lost\\u001B[0m\\u001B[2K"}',
    },
  ],
};
