// Bodies around the size of the window through which the module reads them, 65536 bytes.
//
// One value repeated is enough: the lengths are what breaks a reader, and 251, being prime, never
// falls in step with the window, so that two windows swapped or read twice would show.

import { accepted, refused } from "./row.mjs";

const repeated = (hex, times) => ({
  body: Buffer.from(hex.repeat(times), "hex"),
  repeat: { hex, times },
});

const counting = (length) => Buffer.from(Array.from({ length }, (_, at) => at)).toString("hex");

export const sizes = [
  ["65535 bytes, one less than the window", repeated(counting(255), 257)],
  ["65536 bytes, exactly the window", repeated(counting(256), 256)],
  ["65537 bytes, one more than the window", repeated("a5", 65537)],
  ["131072 bytes, exactly two windows", repeated(counting(256), 512)],
  ["204800 bytes, 200 KiB", repeated(counting(200), 1024)],
  ["205067 bytes in a pattern that never falls in step with the window", repeated(counting(251), 817)],
];

const noBodyTime = ({ timestamp }) => timestamp?.from !== "body";

export const sizeAttacks = [
  ...sizes.map(([comment, change]) => accepted("body-window", comment, () => change, noBodyTime)),
  refused(
    "SIGNATURE_MISMATCH",
    "body-window",
    "65537 bytes with the signature of the first 65536",
    () => ({ body: Buffer.alloc(65536, 0xa5), sent: repeated("a5", 65537).body, repeat: repeated("a5", 65537).repeat }),
    noBodyTime,
  ),
  refused(
    "SIGNATURE_MISMATCH",
    "body-window",
    "65536 bytes with the signature of 65537",
    () => ({ body: Buffer.alloc(65537, 0xa5), sent: repeated("a5", 65536).body, repeat: repeated("a5", 65536).repeat }),
    noBodyTime,
  ),
  refused(
    "SIGNATURE_MISMATCH",
    "body-window",
    "200 KiB with the signature of a short body",
    (draft, signature) => ({ ...repeated(counting(200), 1024), signatures: [signature] }),
    noBodyTime,
  ),
];
