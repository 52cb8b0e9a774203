// workerd through `wrangler dev`, under the compatibility date given as argument, with all of the suite or a part of it.
import { report } from "./shared/report.mjs";
import { ask } from "./shared/serve.mjs";
import { serveWorker, versions } from "./shared/wrangler.mjs";

const [date, script = "worker.mjs"] = process.argv.slice(2);
const { url, stop } = await serveWorker(script, date);
report("workerd", versions.workerd, `wrangler ${versions.wrangler}, ${date}`, await ask(`${url}/suite`));
stop();
