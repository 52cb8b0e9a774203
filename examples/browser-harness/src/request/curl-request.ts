// The request as curl builds it, option by option: its own rules for bodies, methods and headers.

import type { Delivery } from "../state.ts";
import { admitHeaders, bytesOf, quoted, ReadProblem, textOf, trimBlanks } from "./reading.ts";

export class CurlRequest {
  readonly #stdin: string | undefined;
  readonly #notes: Set<string>;
  readonly #urls: string[] = [];
  readonly #headers: [string, string][] = [];
  readonly #unset = new Set<string>();
  readonly #defaults = new Map<string, string>();
  readonly #queries: string[] = [];
  readonly #data: string[] = [];
  #hasData = false;
  #method: string | undefined;
  #mode: "get" | "head" | undefined;

  constructor(stdin: string | undefined, notes: Set<string>) {
    this.#stdin = stdin;
    this.#notes = notes;
  }

  setUrl(url: string): void {
    this.#urls.push(textOf(url));
  }

  setMethod(method: string): void {
    this.#method = textOf(method);
  }

  switchTo(mode: "get" | "head"): void {
    this.#mode = mode;
  }

  /** `Name: value`; `Name;` is sent empty, and `Name:` takes away what curl would send itself. */
  addHeader(line: string): void {
    if (line.startsWith("@")) return void this.#note(`The headers in the file ${quoted(line.slice(1))} are not here.`);
    const end = line.search(/[:;]/);
    const name = line.slice(0, end);
    const value = textOf(trimBlanks(line.slice(end + 1)));
    if (end <= 0 || (line[end] === ";" && value !== ""))
      return void this.#note(`curl leaves out ${quoted(line)}: it is no header.`);
    if (line[end] === ":" && value === "") this.#unset.add(name.toLowerCase());
    else this.#headers.push([name, value]);
  }

  /** What is sent unless -H says otherwise. */
  setDefault(name: string, value: string): void {
    if (value === "") this.#unset.add(name.toLowerCase());
    else this.#defaults.set(name, textOf(value));
  }

  authorize(value: string): void {
    this.setDefault("Authorization", value);
  }

  addCookie(value: string): void {
    if (!value.includes("=")) return void this.#note(`The cookies in the file ${quoted(value)} are not here.`);
    const before = this.#defaults.get("Cookie");
    this.setDefault("Cookie", before === undefined ? value : `${before};${value}`);
  }

  addQuery(value: string): void {
    this.#queries.push(value.startsWith("+") ? value.slice(1) : this.#encoded(value));
  }

  /** `-d` and its kin. Several are joined by `&`, but for --json. */
  addData(name: string, value: string): void {
    const piece = name === "data-urlencode" ? this.#encoded(value) : this.#read(name, value);
    if (this.#data.length > 0 && name !== "json") this.#data.push("&");
    this.#data.push(piece);
    this.#hasData = true;
    if (name !== "json") return;
    this.#defaults.set("Content-Type", "application/json");
    this.#defaults.set("Accept", "application/json");
  }

  delivery(): Delivery {
    const body = this.#data.join("");
    const isSent = this.#hasData && this.#mode === undefined;
    if (isSent && !this.#defaults.has("Content-Type")) this.#announceForm();
    return {
      method: this.#method ?? (this.#mode === "head" ? "HEAD" : isSent ? "POST" : "GET"),
      url: this.#url(this.#mode === undefined ? "" : body),
      headers: admitHeaders([...this.#headers, ...this.#sentDefaults()]),
      body: bytesOf(isSent ? body : ""),
    };
  }

  #announceForm(): void {
    this.#defaults.set("Content-Type", "application/x-www-form-urlencoded");
    if (this.#isSent("Content-Type"))
      this.#note("curl sends this body as application/x-www-form-urlencoded, since no -H says otherwise.");
  }

  #sentDefaults(): [string, string][] {
    return [...this.#defaults].filter(([name]) => this.#isSent(name));
  }

  #isSent(name: string): boolean {
    const lower = name.toLowerCase();
    return !this.#unset.has(lower) && !this.#headers.some(([each]) => each.toLowerCase() === lower);
  }

  #url(data: string): string {
    const [url, ...more] = this.#urls;
    if (url === undefined) throw new ReadProblem("The command has no URL: is it whole?");
    if (more.length > 0) this.#note(`The command has ${more.length + 1} URLs: the first was taken.`);
    const query = textOf([...(data === "" ? [] : [data]), ...this.#queries].join("&"));
    if (query === "") return url;
    const [, path = "", fragment = ""] = /^([^#]*)(#.*)?$/s.exec(url) ?? [];
    return `${path}${path.includes("?") ? "&" : "?"}${query}${fragment}`;
  }

  #read(name: string, value: string): string {
    if (name === "data-raw" || !value.startsWith("@")) return value;
    const content = this.#file(value.slice(1));
    if (name !== "data" && name !== "data-ascii") return content;
    if (/[\0\r\n]/.test(content))
      this.#note("-d takes line breaks out of what it reads; --data-binary would keep them.");
    return content.replace(/[\0\r\n]/g, "");
  }

  #file(name: string): string {
    if (name === "-" && this.#stdin !== undefined) return this.#stdin;
    const what = name === "-" ? "what another command hands to curl" : `the file ${name}`;
    throw new ReadProblem(`The body is ${textOf(what)}. Its content is needed: put it into the field for the body.`);
  }

  // `content`, `=content`, `name=content`, `@file` and `name@file`; a blank becomes a plus.
  #encoded(value: string): string {
    const at = value.search(/[=@]/);
    if (at < 0) return percentEncoded(value);
    const content = value[at] === "@" ? this.#file(value.slice(at + 1)) : value.slice(at + 1);
    return `${at > 0 ? `${value.slice(0, at)}=` : ""}${percentEncoded(content)}`;
  }

  #note(sentence: string): void {
    this.#notes.add(sentence);
  }
}

function percentEncoded(characters: string): string {
  const encoded = (found: string) => `%${found.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  return characters.replace(/[^A-Za-z0-9\-._~ ]/g, encoded).replaceAll(" ", "+");
}
