// Express, of the version that $EXPRESS names, with a parser of each kind in front.
import { receive } from "countersign/express";
import { ENDPOINTS, note, options, webhook } from "./endpoints.mjs";

const { default: express } = await import(process.env.EXPRESS);
const type = () => true;
const PARSERS = {
  "/json": express.json(),
  "/text": express.text({ type }),
  "/form": express.urlencoded({ extended: false, type }),
  "/drained": (request, _response, next) => request.resume().on("end", next),
  "/raw": express.raw({ type }),
  "/kept": express.json({ verify: (request, _response, bytes) => void (request.rawBody = bytes) }),
};

const app = express();
for (const [path, parser] of Object.entries(PARSERS)) app.all(path, parser, receive(webhook, note, options));
for (const [path, given] of Object.entries(ENDPOINTS)) app.all(path, receive(webhook, ...given));
const server = app.listen(0, () => console.log(`listening on http://localhost:${server.address().port}`));
