// What must hold of every page, whoever sees it.

import { expect } from "@playwright/test";
import axe from "axe-core";

const RULES = {
  // The only frames are those of letters, where no script may run, axe's neither.
  iframes: false,
  resultTypes: ["violations"],
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  // Axe leaves the one rule of WCAG 2.2 off unless it is asked for.
  rules: { "target-size": { enabled: true } },
};

/**
 * Fails with a readable list if the page breaks a rule. Without scripts axe cannot run; the rest is looked at all the same.
 * `only`: the rules of axe to ask, where all were asked of the same page before.
 */
export async function inspect(page, { scripts = true, only } = {}) {
  const where = new URL(page.url());
  const place = where.pathname + where.search;
  if (scripts) expect(await brokenRules(page, only), `accessibility of ${place}`).toEqual([]);
  const shape = await page.evaluate(shapeOfPage);
  expect(shape, `shape of ${place}`).toEqual({ language: expect.stringMatching(/^(en|fr|es)$/), headings: 1, overflow: [] });
  await expect(page, `title of ${place}`).toHaveTitle(/\S/);
}

async function brokenRules(page, only) {
  // With forced colours the reader's own are painted, and the page's, which axe reads, are not.
  const forced = await page.evaluate(() => matchMedia("(forced-colors: active)").matches);
  const rules = { ...RULES.rules, "color-contrast": { enabled: !forced } };
  const options = only ? { ...RULES, runOnly: { type: "rule", values: only }, rules: {} } : { ...RULES, rules };
  if (await page.evaluate(() => !globalThis.axe)) await page.evaluate(axe.source);
  const violations = await page.evaluate(judge, options);
  const told = (rule) => (node) => `${rule.id}: ${rule.help}\n    ${node.html.slice(0, 200)}\n    ${node.failureSummary}`;
  return violations.flatMap((rule) => rule.nodes.map(told(rule)));
}

/**
 * Runs in the page: what axe finds in it, with all that sticks to an edge laid where it stands in the page. What a bar covers
 * half depends on how far the page is scrolled; that it never covers what has the focus is seen by `tabThrough`.
 */
async function judge(options) {
  const sticking = [...document.querySelectorAll("body *")].filter((one) => getComputedStyle(one).position === "sticky");
  const had = sticking.map((one) => one.style.cssText);
  for (const one of sticking) Object.assign(one.style, { position: "relative", inset: "auto" });
  const { violations } = await globalThis.axe.run(options);
  sticking.forEach((one, at) => {
    if (had[at]) one.style.cssText = had[at];
    else one.removeAttribute("style");
  });
  return violations;
}

/** Runs in the page: its language, its first-level headings, and what sticks out to the right of the window or its place. */
function shapeOfPage() {
  const scrolls = (element) => {
    const { overflowX } = getComputedStyle(element);
    return overflowX === "auto" || overflowX === "scroll" || overflowX === "hidden" || overflowX === "clip";
  };
  const width = document.documentElement.clientWidth;
  const sticksOut = (element) => {
    if (element.getBoundingClientRect().right <= width + 1) return false;
    for (let around = element.parentElement; around; around = around.parentElement) if (scrolls(around)) return false;
    return true;
  };
  const wider = (table) => !scrolls(table.parentElement) && table.offsetWidth > table.parentElement.clientWidth + 1;
  const wide = document.documentElement.scrollWidth > width + 1;
  const overflow = wide ? [...document.querySelectorAll("body *")].filter(sticksOut) : [];
  overflow.push(...[...document.querySelectorAll("table")].filter(wider));
  return {
    language: document.documentElement.lang,
    headings: document.querySelectorAll("h1").length,
    overflow: overflow.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)),
  };
}
