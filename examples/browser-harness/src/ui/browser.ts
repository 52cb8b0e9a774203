// Browser: what it calls itself, for results that are copied out of the page.

interface Brand {
  readonly brand: string;
  readonly version: string;
}

interface Hints {
  getHighEntropyValues(hints: string[]): Promise<{ fullVersionList?: Brand[]; platform?: string }>;
}

const PATTERNS: readonly (readonly [string, RegExp])[] = [
  ["Edge", /Edg\/([\d.]+)/],
  ["Firefox", /Firefox\/([\d.]+)/],
  ["Chrome", /Chrome\/([\d.]+)/],
  ["Safari", /Version\/([\d.]+).*Safari/],
];

/** E.g. `Chromium 156.0.8078.79 on Linux`. Awaited once, before a tab shows it: then nothing moves. */
export const browser = await browserName();

async function browserName(): Promise<string> {
  const hints = (navigator as { userAgentData?: Hints }).userAgentData;
  const told = await hints?.getHighEntropyValues(["fullVersionList", "platform"]).catch(() => undefined);
  const brands = told?.fullVersionList?.filter(({ brand }) => !/not.?a.?brand/i.test(brand)) ?? [];
  // Of Chromium and what is made of it, the more particular name.
  const own = brands.find(({ brand }) => brand !== "Chromium") ?? brands[0];
  return own ? `${own.brand} ${own.version} on ${told?.platform}` : nameIn(navigator.userAgent);
}

/** The same, of a user agent's line, which may be frozen to the major version. */
export function nameIn(userAgent: string): string {
  const found = PATTERNS.map(([name, pattern]) => [name, pattern.exec(userAgent)?.[1]]).find(([, version]) => version);
  const system = /Android|iPhone|iPad|Windows|Mac OS X|CrOS|Linux/.exec(userAgent)?.[0];
  return found ? `${found.join(" ")}${system ? ` on ${system}` : ""}` : userAgent;
}
