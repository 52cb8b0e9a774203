// Firefox, through geckodriver and WebDriver BiDi. What a driver is stands in page.mjs.
import { find } from "../tools/browsers.mjs";
import { tool } from "../tools/install.mjs";
import { requireLibrary } from "../tools/paths.mjs";
import { instrument } from "./instrument.mjs";

const EVENTS = ["log.entryAdded", "network.beforeRequestSent", "browsingContext.userPromptOpened"];

/** Starts the browser and returns { name, version, profile, close }. */
export async function openFirefox() {
  const { Builder } = requireLibrary("selenium-webdriver");
  const firefox = requireLibrary("selenium-webdriver/firefox");
  const options = new firefox.Options().addArguments("-headless").setBinary(find("firefox"));
  options.set("webSocketUrl", true);
  // The theme is a preference of the browser, and preferences are of the system.
  const service = new firefox.ServiceBuilder(tool("geckodriver")).addArguments("--allow-system-access");
  const driver = await new Builder()
    .forBrowser("firefox")
    .setFirefoxOptions(options)
    .setFirefoxService(service)
    .build();
  const version = (await driver.getCapabilities()).getBrowserVersion();
  const bidi = await driver.getBidi();
  await bidi.waitForConnection();
  const connection = connect(bidi);
  await connection.call("session.subscribe", { events: EVENTS });
  await connection.call("script.addPreloadScript", { functionDeclaration: `${instrument}` });
  const prefer = async (theme) => {
    await driver.setContext(firefox.Context.CHROME);
    await driver.executeScript(PREFER, theme === "dark" ? 0 : 1);
    await driver.setContext(firefox.Context.CONTENT);
  };
  return {
    name: "firefox",
    version,
    profile: () => newProfile(connection, prefer),
    close: () => driver.quit(),
  };
}

const PREFER = "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0])";

function connect({ socket }) {
  socket.setMaxListeners(0);
  const calls = new Map();
  const listeners = new Set();
  let last = 1_000_000; // above those of selenium's own commands
  socket.on("message", (data) => {
    const { id, type, result, message, method, params } = JSON.parse(data);
    if (type === "event") for (const listener of listeners) listener(method, params);
    const [resolve, reject] = calls.get(id) ?? [];
    calls.delete(id);
    if (type === "error") reject?.(new Error(message));
    else resolve?.(result);
  });
  const call = (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      calls.set(last, [resolve, reject]);
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  return { call, listeners };
}

async function newProfile(connection, prefer) {
  const { userContext } = await connection.call("browser.createUserContext", {});
  const requests = [];
  const pages = new Map();
  const listen = (method, params) => {
    if (method === "network.beforeRequestSent" && (params.userContext ?? userContext) === userContext)
      requests.push({
        url: params.request.url,
        method: params.request.method,
        headers: JSON.stringify(params.request.headers),
      });
    const complaint = complaintOf(method, params);
    if (complaint) pages.get(params.context ?? params.source?.context)?.complaints.push(complaint);
  };
  connection.listeners.add(listen);
  const newPage = async () => {
    const { context } = await connection.call("browsingContext.create", { type: "tab", userContext });
    const page = new Driver(connection.call, context, prefer);
    pages.set(context, page);
    await page.resize(1280, 900);
    return page;
  };
  const close = async () => {
    await connection.call("browser.removeUserContext", { userContext });
    connection.listeners.delete(listen);
  };
  return { requests, newPage, close };
}

function complaintOf(method, { level, text, message }) {
  if (method === "browsingContext.userPromptOpened") return `a dialog: ${message}`;
  if (method === "log.entryAdded" && (level === "error" || level === "warn")) return text;
  return undefined;
}

class Driver {
  complaints = [];
  #call;
  #context;
  #prefer;

  constructor(call, context, prefer) {
    this.#call = (method, params = {}) => call(method, { context, ...params });
    this.#context = context;
    this.#prefer = prefer;
  }

  goTo = (url) => this.#call("browsingContext.navigate", { url, wait: "complete" });
  reload = () => this.#call("browsingContext.reload", { wait: "complete" });
  resize = (width, height) => this.#call("browsingContext.setViewport", { viewport: { width, height } });
  front = () => this.#call("browsingContext.activate");
  close = () => this.#call("browsingContext.close");
  workers = () => [];

  async locate(role, name) {
    const value = { role: ROLES[role] ?? role, ...(name !== undefined && { name }) };
    return (await this.#call("browsingContext.locateNodes", { locator: { type: "accessibility", value } })).nodes;
  }

  async query(source, ...given) {
    const { result } = await this.#callFunction(`(given) => (${source})(...JSON.parse(given))`, given);
    return result.type === "node" ? { sharedId: result.sharedId } : undefined;
  }

  async click({ sharedId }) {
    await this.on({ sharedId }, (element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
    const origin = { type: "element", element: { sharedId } };
    const at = { type: "pointerMove", x: 0, y: 0, origin };
    const actions = [at, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
    const pointer = { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions };
    await this.#call("input.performActions", { actions: [pointer] });
  }

  async press(key) {
    const values = key.split(/\+(?=.)/).map((name) => KEYS[name] ?? name);
    const down = values.map((value) => ({ type: "keyDown", value }));
    const up = values.toReversed().map((value) => ({ type: "keyUp", value }));
    await this.#call("input.performActions", { actions: [{ type: "key", id: "keys", actions: [...down, ...up] }] });
  }

  evaluate = (source, ...given) => this.#run(`async (given) => (${source})(...given)`, given);
  on = ({ sharedId }, source, ...given) =>
    this.#run(`async (given, element) => (${source})(element, ...given)`, given, { sharedId });

  // Values travel as JSON: what BiDi makes of an object is not one.
  async #run(body, given, ...handles) {
    const source = `async (given, ...more) => JSON.stringify(await (${body})(JSON.parse(given), ...more))`;
    const { result } = await this.#callFunction(source, given, ...handles);
    return result.value === undefined ? undefined : JSON.parse(result.value);
  }

  async #callFunction(functionDeclaration, given, ...handles) {
    const found = await this.#call("script.callFunction", {
      functionDeclaration,
      awaitPromise: true,
      target: { context: this.#context },
      arguments: [{ type: "string", value: JSON.stringify(given) }, ...handles],
    });
    if (found.exceptionDetails) throw new Error(found.exceptionDetails.text);
    return found;
  }

  async theme(name) {
    await this.#prefer(name);
    const follows = (name) =>
      new Promise((resolve) => {
        const dark = matchMedia("(prefers-color-scheme: dark)");
        const look = () => dark.matches === (name === "dark") && resolve();
        dark.addEventListener("change", look);
        look();
      });
    await this.evaluate(follows, name);
  }

  async screenshot(isWhole = true) {
    const origin = isWhole ? "document" : "viewport";
    return Buffer.from((await this.#call("browsingContext.captureScreenshot", { origin })).data, "base64");
  }
}

// By its newer name, which Firefox tells.
const ROLES = { img: "image" };

const KEYS = {
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Escape: "\uE00C",
  Space: " ",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Backspace: "\uE003",
  Delete: "\uE017",
};
