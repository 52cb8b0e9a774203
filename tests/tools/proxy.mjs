// A TCP proxy in front of a server: connections that pause, lose their answers or are cut.
import { connect, createServer } from "node:net";

/** Starts a proxy to a port of this machine. */
export async function startProxy(port) {
  const links = new Set();
  let [answersLeft, swallowed, isSwallowing, holdsNewOnes] = [Infinity, 0, false, false];

  const server = createServer((client) => {
    const link = { client, upstream: connect(port, "127.0.0.1"), held: holdsNewOnes ? [] : undefined };
    links.add(link);
    for (const [from, to] of [
      [link.client, link.upstream],
      [link.upstream, link.client],
    ]) {
      const pass = (step) => (link.held ? link.held.push(step) : step());
      from.on("data", (data) => pass(() => (from === client ? to.write(data) : answer(link, data))));
      from.on("end", () => pass(() => to.end()));
      from.on("error", () => pass(() => to.destroy()));
      from.on("close", () => pass(() => links.delete(link)));
    }
  });

  function answer(link, data) {
    if (isSwallowing) return void (swallowed += data.length);
    answersLeft -= data.length;
    if (answersLeft > 0) return link.client.write(data);
    link.client.end(data.subarray(0, data.length + answersLeft));
    link.upstream.destroy();
    answersLeft = Infinity;
  }

  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    port: server.address().port,

    /** Holds what connections say, both ways, until the returned function is called; new ones pass, or do not. */
    pause({ newOnes = false } = {}) {
      for (const link of links) link.held ??= [];
      holdsNewOnes = newOnes;
      return () => {
        holdsNewOnes = false;
        for (const link of [...links].filter(({ held }) => held)) {
          const steps = link.held;
          link.held = undefined;
          for (const step of steps) step();
        }
      };
    },

    /** Cuts the connection after so many bytes of answers from now on. */
    cutAfter(bytes) {
      answersLeft = bytes;
    },

    /** Whether {@link cutAfter} still waits for its bytes. */
    isToCut: () => answersLeft !== Infinity,

    /** Swallows answers until the returned function is called. */
    swallow() {
      [isSwallowing, swallowed] = [true, 0];
      return () => (isSwallowing = false);
    },

    /** How many bytes of answers were swallowed. */
    swallowed: () => swallowed,

    stop() {
      server.close();
      for (const { client, upstream } of links) client.destroy() && upstream.destroy();
    },
  };
}
