// The secret of these tests: whatever holds it must never leave the page.

export const SECRET = "an-example-secret-that-stays-7f3a";

const FORMS = [
  SECRET,
  encodeURIComponent(SECRET),
  Buffer.from(SECRET).toString("hex"),
  // Of base64 the middle, whatever stands before it.
  ...["", "x", "xx"].map((before) =>
    Buffer.from(before + SECRET)
      .toString("base64")
      .slice(4, -4),
  ),
];

/** Whether a text holds the secret, plain or encoded. */
export const holdsSecret = (text) => FORMS.some((form) => text.toLowerCase().includes(form.toLowerCase()));
