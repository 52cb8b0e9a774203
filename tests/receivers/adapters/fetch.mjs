// Hosts that hand over a Request and take a Response.

/** The program of a host that takes what it exports. */
export const ofFetch = (exported) => ({
  headers: "request.headers",
  parsed: "JSON.stringify(await request.json())",
  raw: "rawBody",
  program: (above, hand) => above || `${exported.replace("HAND", `async (request) => new Response(await ${hand})`)}`,
});

export const programs = {
  fetch: ofFetch("export const respond = HAND;"),
  workers: ofFetch("export default { fetch: HAND };"),
  deno: ofFetch("Deno.serve(HAND);"),
  bun: ofFetch('Bun.serve({ routes: { "/webhook": HAND } });'),
};
