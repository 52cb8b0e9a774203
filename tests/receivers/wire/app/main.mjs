// Starts the app of one framework, as ../adapters has it: `node main.mjs NAME`.
import { apps } from "./adapters/index.mjs";
import { ENDPOINTS, note, options, webhook } from "./endpoints.mjs";

const [, , name] = process.argv;
const server = await apps[name].listen({ endpoints: ENDPOINTS, webhook, plain: [note, options] });
const ready = () => console.log(`listening on http://localhost:${server.address().port}`);
if (server.listening) ready();
else server.once("listening", ready);
