// PostgreSQL: a store that many processes share, in one table. Times are those of the database, so the
// clocks of the processes need not agree.

import { invalid } from "../admit/options.ts";
import { NOT_A_POSTGRES_CLIENT, refuse } from "../refusal/sentences.ts";
import { claimOrRelease, doOrRepeat } from "./again.ts";
import { admitStoreOptions, retryAfterSeconds } from "./options.ts";
import type { Claim, IdempotencyStore, StoreOptions } from "./store.ts";

/** The part that is used of `Pool` and `Client` of pg, and of what resembles them. */
export interface PostgresClient {
  query(text: string, values: string[]): Promise<{ rows: readonly object[] }>;
}

/** Options of {@link postgres}. */
export interface PostgresOptions extends StoreOptions {
  /** The table, as {@link postgresTable} makes it; `"countersign_deliveries"` by default. */
  readonly table?: string | undefined;
}

/**
 * Remembers deliveries in PostgreSQL 11 or later. Make the table first, with {@link postgresTable}. Rows
 * that have ended go by themselves: every handled delivery takes ten of them along.
 *
 * A database that is down makes the receiver answer 500, and the provider tries again. Bound how long
 * that takes, or the provider gives up first: with `connectionTimeoutMillis` and `query_timeout` of pg. Hand
 * over a pool: what a client does in the middle of a transaction, others wait for, or never see.
 *
 * @param client - a pool or a connected client, which stays yours to close
 * @throws {@link WebhookError} `OPTION_INVALID`
 * @example
 * receive(webhook, handler, { idempotency: postgres(new Pool({ connectionTimeoutMillis: 2000, query_timeout: 2000 })) });
 */
export function postgres(client: PostgresClient, options?: PostgresOptions): IdempotencyStore {
  if (typeof client?.query !== "function") throw refuse(NOT_A_POSTGRES_CLIENT);
  const { given, ttlMs, leaseMs, prefix } = admitStoreOptions(options, ["table"]);
  const statements = statementsOn(admitTable(given.table).quoted);
  const rowsOf = async (text: string, values: string[]) => (await client.query(text, values)).rows;

  return {
    async claim(name): Promise<Claim> {
      const key = await digest(prefix + name);
      const token = crypto.randomUUID();
      const claim = () => rowsOf(statements.claim, [key, token, String(leaseMs)]);
      const complete = () => rowsOf(statements.complete, [key, String(ttlMs)]);
      const release = () => rowsOf(statements.release, [key, token]);
      const isReleased = async () => (await release()).length > 0;
      const isMine = (await claimOrRelease(claim, isReleased, leaseMs)).length > 0;
      if (!isMine) return other((await rowsOf(statements.read, [key]))[0]);
      return {
        state: "claimed",
        complete: () => doOrRepeat(complete, leaseMs),
        release: () => doOrRepeat(release, leaseMs),
      };
    },
  };
}

/**
 * The statements that make the table and its index, for your migrations. They may run again.
 *
 * @param table - as in {@link PostgresOptions}
 * @throws {@link WebhookError} `OPTION_INVALID` for what is no plain identifier
 * @example
 * await pool.query(postgresTable());
 */
export function postgresTable(table?: string): string {
  const { quoted, index } = admitTable(table);
  return `CREATE TABLE IF NOT EXISTS ${quoted} (
  key text PRIMARY KEY,
  token text,
  ends_at timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS "${index}" ON ${quoted} (ends_at);`;
}

/** A row has the token of its claim until the delivery was handled. */
interface Row {
  readonly token: string | null;
  readonly left_ms: number;
}

// What another holds; a row that has gone meanwhile was just released.
function other(row: object | undefined): Claim {
  const { token, left_ms } = (row as Row | undefined) ?? { token: "", left_ms: 0 };
  if (token === null) return { state: "done" };
  return { state: "in-progress", retryAfterSeconds: retryAfterSeconds(Number(left_ms)) };
}

// ON CONFLICT waits for whoever is writing the row, and judges what they left there: of concurrent
// claims one sees no row, or an ended one. What stands there instead is only visible to a statement
// that begins afterwards. clock_timestamp() goes on while a statement waits; now() would not.
function statementsOn(table: string) {
  const insert = `INSERT INTO ${table} AS held (key, token, ends_at)`;
  const end = (ms: string) => `clock_timestamp() + ${ms}::float8 * interval '1 millisecond'`;
  const update = "ON CONFLICT (key) DO UPDATE SET token = excluded.token, ends_at = excluded.ends_at";
  return {
    claim: `${insert} VALUES ($1, $2, ${end("$3")}) ${update} WHERE held.ends_at <= clock_timestamp() RETURNING key`,
    read: `SELECT token, extract(epoch FROM ends_at - clock_timestamp()) * 1000 AS left_ms FROM ${table} WHERE key = $1`,
    // Locked rows are somebody's claim at this moment, and a statement must not write its own row twice.
    complete: `WITH swept AS (DELETE FROM ${table} WHERE key = ANY (ARRAY(
  SELECT key FROM ${table} WHERE ends_at < now() AND key <> $1 ORDER BY ends_at LIMIT 10 FOR UPDATE SKIP LOCKED)))
${insert} VALUES ($1, NULL, ${end("$2")}) ${update}`,
    release: `DELETE FROM ${table} WHERE key = $1 AND token = $2 RETURNING key`,
  };
}

// A key may be longer than an index takes, or contain a NUL, which no text of PostgreSQL may.
async function digest(name: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(name)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Nothing that needs an escape, and room for the name of the index: PostgreSQL cuts names after 63 bytes.
const TABLE = /^(?:([a-z_][a-z0-9_]{0,62})\.)?([a-z_][a-z0-9_]{0,53})$/;

function admitTable(table: unknown = "countersign_deliveries"): { quoted: string; index: string } {
  const [, schema, name] = (typeof table === "string" && TABLE.exec(table)) || [];
  if (name === undefined) {
    const expected = '"countersign_deliveries" or "schema.table", of at most 54 lower-case letters, digits and _';
    throw invalid("table", table, `a name as ${expected}`);
  }
  return { quoted: schema === undefined ? `"${name}"` : `"${schema}"."${name}"`, index: `${name}_ends_at` };
}
