import * as countersign from "countersign";
import { runInPage } from "./shared/page.mjs";

runInPage(countersign, { everyAttack: true });
