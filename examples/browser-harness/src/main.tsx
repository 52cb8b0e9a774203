// The page: opens the link or an example, and shows it.

import { render } from "preact";
import { App } from "./app.tsx";
import { followAddress } from "./address.ts";
import { keepOffline } from "./offline.tsx";
import "./style.css";

await followAddress();
render(<App />, document.getElementById("app")!);
void keepOffline();
