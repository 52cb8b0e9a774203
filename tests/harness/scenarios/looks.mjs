// What meets the eye, in every state, both themes and both widths: WCAG by axe, no sideways scroll, and a picture.
import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { requireLibrary } from "../../tools/paths.mjs";
import { picture } from "../pictures.mjs";
import { states } from "../states.mjs";

const AXE = readFileSync(requireLibrary.resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const SIZES = { wide: [1280, 900], narrow: [360, 740] };

async function violations(page) {
  await page.driver.evaluate(`() => { if (!globalThis.axe) { ${AXE} } }`);
  return page.driver.evaluate(
    async (tags) => {
      const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"], runOnly: tags });
      return violations.flatMap(({ id, tags, nodes }) =>
        nodes.map(({ target, failureSummary }) => ({ id, tags, at: `${target}`, why: failureSummary.slice(0, 400) })),
      );
    },
    [...WCAG, "best-practice"],
  );
}

// What sticks out of the window, that no element of its own scrolls.
function sideways() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const isOut = (element) => element.getBoundingClientRect().right > clientWidth + 0.5;
  const wide = [...document.body.querySelectorAll("*")].filter(isOut);
  return [`${scrollWidth} > ${clientWidth}`, ...wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 120))];
}

// A colour on its way from one theme to the other is neither's.
const settled = () => document.getAnimations().forEach((animation) => void animation.finish());

async function look({ page, browser }, state, problems, habits) {
  for (const theme of ["light", "dark"]) {
    await page.driver.theme(theme);
    for (const [size, dimensions] of Object.entries(SIZES)) {
      await page.driver.resize(...dimensions);
      const where = `${state}, ${theme}, ${size}`;
      await page.driver.evaluate(settled);
      const out = await page.driver.evaluate(sideways);
      if (out.length > 0) problems.push(`${where}: it scrolls sideways: ${out.join("\n  ")}`);
      for (const { id, tags, at, why } of await violations(page)) {
        const told = `${where}: axe ${id} at ${at}: ${why}`;
        (tags.includes("best-practice") ? habits : problems).push(told);
      }
      await picture(page, `${browser.name}-${state}-${theme}-${size}`);
    }
  }
  await page.driver.resize(...SIZES.wide);
  await page.driver.theme("light");
}

export const looks = Object.fromEntries(
  Object.entries(states).map(([state, reach]) => [
    `it is accessible, and fits, in both themes and at 360 px: ${state}`,
    async (world) => {
      await reach(world);
      const problems = [];
      const habits = [];
      await look(world, state, problems, habits);
      for (const habit of new Set(habits)) console.log(`  by habit: ${habit}`);
      assert.deepEqual(problems, []);
      count(world.measured, "states looked at", 4);
    },
  ]),
);

const count = (measured, what, more) => measured.set(what, (measured.get(what) ?? 0) + more);
