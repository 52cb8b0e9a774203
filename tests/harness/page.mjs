// A page as its user meets it: by role and name, in whichever browser.
//
// A driver is a page of a real browser:
//   goTo, reload, resize, theme, front, close
//   locate(role, name?) → elements of the accessibility tree; query(function, ...values) → the one that it returns;
//   click(element); press("Control+v")
//   evaluate(function, ...values), on(element, function, ...values): in the page
//   screenshot() → PNG of the whole page; complaints: what it wrote to the console as a warning or an error

const LIMIT = 20_000;

export class Page {
  /** @param driver - a page of a browser @param url - the address of the harness */
  constructor(driver, url) {
    this.driver = driver;
    this.url = url;
  }

  async open(hash = "") {
    await this.driver.goTo(this.url + hash);
    await this.ready();
    await this.front();
  }

  /** Brings the page before its user: keys go to it, and it knows. */
  front() {
    return this.until("the page has the focus", async () => {
      await this.driver.front();
      return this.driver.evaluate(() => document.hasFocus());
    });
  }

  async reload() {
    await this.driver.reload();
    await this.ready();
  }

  ready = () => this.find("heading", "countersign harness");

  /** Polls until `probe` gives something that is not false; errors of the last attempt are told. */
  async until(what, probe, limit = LIMIT) {
    const end = Date.now() + limit;
    for (let why = ""; ; ) {
      const probed = probe().catch((error) => void (why = `: ${error.message}`));
      const found = await Promise.race([probed, new Promise((late) => setTimeout(late, end - Date.now()).unref())]);
      if (found !== undefined && found !== false) return found;
      if (Date.now() > end) throw new Error(`not within ${limit / 1000} s: ${what}${why}`);
      await new Promise((later) => setTimeout(later, 25));
    }
  }

  /** Resolves to the one element of this role and name. */
  find(role, name) {
    return this.until(`one ${role} "${name ?? ""}"`, async () => {
      const all = await this.driver.locate(role, name);
      if (all.length > 1) throw new Error(`there are ${all.length}`);
      return all[0];
    });
  }

  async count(role, name) {
    return (await this.driver.locate(role, name)).length;
  }

  async click(role, name) {
    await this.driver.click(await this.find(role, name));
  }

  /** Puts a text into a control as an editor does: at once, and told to the page. */
  async fill(name, text) {
    await this.driver.on(await this.control(name), setValue, text);
  }

  /** Chooses an option by its text or its value. */
  async choose(name, option) {
    const isThere = await this.driver.on(await this.control(name), setOption, option);
    if (!isThere) throw new Error(`"${name}" has no option "${option}"`);
  }

  async value(name) {
    return this.driver.on(await this.control(name), (element) => element.value);
  }

  /** The control of a label: one that hides its text has no role to be found by. */
  control(name) {
    return this.until(`a control "${name}"`, () => this.driver.query(controlOf, name));
  }

  async text(role, name) {
    return this.driver.on(await this.find(role, name), (element) => element.innerText);
  }

  /** All that the page shows. */
  shown = () => this.driver.evaluate(() => document.body.innerText);

  async shows(text) {
    await this.until(`"${text}" on the page`, async () => (await this.shown()).includes(text));
  }

  press = (...keys) => keys.reduce((before, key) => before.then(() => this.driver.press(key)), Promise.resolve());

  /** What the inspect tab says of what stands on it: { kind, code, findings }, once it has looked. */
  async result() {
    await this.driver.evaluate(isDrawn);
    return this.until("a verdict that is explained", () => this.driver.evaluate(readResult));
  }

  async pasteInto(name) {
    await this.front();
    await this.driver.on(await this.control(name), (element) => element.focus());
    await this.press("Control+v");
  }

  /** Drops a file on a control. */
  async drop(name, file, bytes) {
    await this.driver.on(await this.control(name), dropFile, file, Buffer.from(bytes).toString("base64"));
  }

  seen = () => this.driver.evaluate(() => globalThis.seen);
}

function setValue(element, text) {
  element.focus();
  element.dispatchEvent(new KeyboardEvent("keydown", { key: "Unidentified", bubbles: true }));
  const kind = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(element, text);
  element.dispatchEvent(new Event("input", { bubbles: true }));
  element.dispatchEvent(new Event("change", { bubbles: true }));
}

function setOption(element, wanted) {
  const option = [...element.options].find(({ value, text }) => text === wanted || value === wanted);
  if (!option) return false;
  element.focus();
  element.dispatchEvent(new KeyboardEvent("keydown", { key: "Unidentified", bubbles: true }));
  element.value = option.value;
  element.dispatchEvent(new Event("input", { bubbles: true }));
  element.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

function controlOf(name) {
  const textOf = (label, control) =>
    Array.from(label.childNodes, (node) => (node.contains(control) ? "" : node.textContent)).join("");
  const nameOf = (control) =>
    control.ariaLabel ?? Array.from(control.labels, (label) => textOf(label, control)).join(" ");
  return [...document.querySelectorAll("input, select, textarea")].find((control) => nameOf(control).trim() === name);
}

// Behind a frame, all that was told the page before stands on it.
const isDrawn = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));

function readResult() {
  const verdict = document.querySelector("[data-verdict]");
  const kind = verdict?.dataset.verdict;
  const isExplained = document.querySelector("[data-fresh]")?.dataset.fresh === "true";
  if (!kind || ((kind === "refused" || kind === "verified") && !isExplained)) return undefined;
  const code = verdict.querySelector("[data-code]")?.innerText ?? null;
  return {
    kind,
    code,
    findings: [...document.querySelectorAll("[data-finding]")].map(({ dataset }) => dataset.finding),
  };
}

function dropFile(element, name, base64) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name));
  for (const type of ["pointerdown", "dragenter", "dragover", "drop"]) {
    element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }
}
