// Browsers, their drivers and Redis: found by environment variable or on PATH; on Debian as root, installed by apt-get.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

const MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const MAC_FIREFOX = "/Applications/Firefox.app/Contents/MacOS/firefox";

/** Each program: the variable that names it, the names it goes by, the Debian package that brings it. */
const PROGRAMS = {
  chromium: {
    env: "CHROME_BIN",
    names: ["chromium", "chromium-browser", "google-chrome", MAC_CHROME],
    debian: "chromium",
  },
  chromedriver: { env: "CHROMEDRIVER", names: ["chromedriver"], debian: "chromium-driver" },
  firefox: { env: "FIREFOX_BIN", names: ["firefox", "firefox-esr", MAC_FIREFOX], debian: "firefox-esr" },
  // Safari's own driver stands on every Mac, but answers only where its owner enabled it: it has to be named.
  webkitdriver: { env: "WEBKITDRIVER", names: ["WebKitWebDriver"], debian: "webkit2gtk-driver" },
  // WebKitGTK draws into a display even when nobody looks: without one it hangs.
  "xvfb-run": { env: "XVFB_RUN", names: ["xvfb-run"], debian: "xvfb xauth", only: "linux" },
  // One program under several names. Debian's package redis-server would also start one at every boot.
  "redis-server": { env: "REDIS_SERVER", names: ["redis-server", "redis-check-rdb"], debian: "redis-tools" },
};

/** What each needs to be driven. geckodriver is a pinned tool, not one of these. */
const NEEDS = {
  chromium: ["chromium", "chromedriver"],
  firefox: ["firefox"],
  webkit: ["webkitdriver", "xvfb-run"],
  redis: ["redis-server"],
};

/** Returns the path of a program, or undefined. */
export function find(program) {
  const { env, names } = PROGRAMS[program];
  const given = process.env[env];
  if (given) return existsSync(given) ? given : undefined;
  return names.map(onPath).find(Boolean);
}

function onPath(name) {
  const candidates = name.startsWith("/") ? [name] : process.env.PATH.split(delimiter).map((dir) => join(dir, name));
  return candidates.find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const applies = (program) => !PROGRAMS[program].only || PROGRAMS[program].only === process.platform;

const missingPrograms = (browser) => NEEDS[browser].filter((program) => applies(program) && !find(program));

/** Returns undefined when `browser`, or Redis, can be driven here, else what it lacks and how to get that. */
export function lacks(browser) {
  const missing = missingPrograms(browser);
  if (missing.length === 0) return undefined;
  return `${missing.join(" and ")} not found; ${howToGet(missing)}`;
}

function howToGet(programs) {
  const packages = programs.map((program) => PROGRAMS[program].debian).join(" ");
  const variables = programs.map((program) => PROGRAMS[program].env).join(", ");
  return `Debian: apt-get install --no-install-recommends ${packages}; elsewhere put it on PATH or name it by ${variables}`;
}

/** Installs what they lack, where that is plainly ours to do: as root, on Debian. */
export function installMissing(say) {
  const missing = Object.keys(NEEDS).flatMap(missingPrograms);
  if (missing.length === 0 || !isDebianRoot()) return;
  const packages = [...new Set(missing.flatMap((program) => PROGRAMS[program].debian.split(" ")))];
  say(`apt-get install ${packages.join(" ")} (once, about 2 min)`);
  const options = {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  spawnSync("apt-get", ["update", "--quiet"], options);
  spawnSync("apt-get", ["install", "--yes", "--quiet", "--no-install-recommends", ...packages], options);
}

// Ubuntu has a package `chromium` too, which is only a door to a snap: Debian itself is asked for.
function isDebianRoot() {
  if (process.getuid?.() !== 0 || !onPath("apt-get") || !existsSync("/etc/os-release")) return false;
  return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}
