// AWS Lambda, behind a gateway that sends bodies in base64.

export const programs = {
  lambda: {
    headers: "event.headers",
    parsed: 'JSON.stringify(JSON.parse(Buffer.from(event.body, "base64")))',
    raw: "rawBody",
    program: (above, hand) =>
      above || `export const handler = async (event) => ({ statusCode: 200, body: await ${hand} });`,
  },
};
