// Faults that receivers in use really have, each as one edit below pkg-template/src: `from` must stand in `file` once.

import { adapters } from "./faults/adapters.mjs";
import { reading } from "./faults/reading.mjs";
import { receiver } from "./faults/receiver.mjs";
import { webhook } from "./faults/webhook.mjs";

export const broken = [...receiver, ...reading, ...adapters, ...webhook];
