// Wrong schemes: a value that each field cannot have, with the path that an error must name, as it was written. The
// JSON schema of the package is put to the same table.
import { CONTENT } from "./wrong-schemes/content.mjs";
import { FIELDS } from "./wrong-schemes/fields.mjs";
import { SIGNATURE } from "./wrong-schemes/signature.mjs";

export const WRONG = [...FIELDS, ...SIGNATURE, ...CONTENT];
