// Every theme of attacks, and the parts of a grammar that it depends on.
//
// `shallow` rows are made for the first scheme of each grammar, `deep` ones for the first scheme with these parts of it.

import { aliasAttacks, severalAttacks } from "./aliases.mjs";
import { bodyAttacks, deepBodyAttacks } from "./body.mjs";
import { bodyTimeAttacks, eventAgeAttacks } from "./body-time.mjs";
import { contentAttacks, deepContentAttacks, hintAttacks } from "./content.mjs";
import { deepFreshnessAttacks, freshnessAttacks, toleranceAttacks } from "./freshness.mjs";
import { deepHeaderAttacks, headerAttacks } from "./header.mjs";
import { limitAttacks } from "./limits.mjs";
import { deepManyAttacks, manyAttacks } from "./many.mjs";
import { deepPairsAttacks, pairsAttacks, positionalAttacks, tokensAttacks } from "./pairs.mjs";
import { deepSecretAttacks, secretAttacks } from "./secret.mjs";
import { deepSignatureAttacks, signatureAttacks } from "./signature.mjs";
import { sizeAttacks } from "./size.mjs";
import { dateAttacks, deepTimestampAttacks, timestampAttacks, unitAttacks } from "./timestamp.mjs";
import { deepValueAttacks, valueAttacks } from "./value.mjs";

const theme = (parts, shallow, deep) => ({ parts: parts.split(" "), shallow, deep });

export const themes = {
  body: theme("around time", bodyAttacks, deepBodyAttacks),
  secret: theme("algorithm key", secretAttacks, deepSecretAttacks),
  signature: theme("algorithm encoding kind", signatureAttacks, deepSignatureAttacks),
  value: theme("format encoding", valueAttacks, deepValueAttacks),
  header: theme("headers format", headerAttacks, deepHeaderAttacks),
  many: theme("format encoding", manyAttacks, deepManyAttacks),
  pairs: theme("format", [...pairsAttacks, ...tokensAttacks, ...positionalAttacks], deepPairsAttacks),
  timestamp: theme("format time unit", timestampAttacks, deepTimestampAttacks),
  dates: theme("time unit tolerance", [], dateAttacks),
  units: theme("time unit tolerance", [], unitAttacks),
  freshness: theme("time unit tolerance", freshnessAttacks, deepFreshnessAttacks),
  tolerance: theme("time unit", [], toleranceAttacks),
  content: theme("content require", contentAttacks, deepContentAttacks),
  hints: theme("hints", [], hintAttacks),
  limits: theme("format time signs", [], limitAttacks),
  sizes: theme("algorithm around", [], sizeAttacks),
  aliases: theme("headers format", [], aliasAttacks),
  several: theme("headers format", [], severalAttacks),
  eventAge: theme("eventTime eventUnit", [], eventAgeAttacks),
  bodyTime: theme("bodyTime unit tolerance", [], bodyTimeAttacks),
};
