// Pictures of pages: for looking at after a run (target/browser/pictures), and those that the README shows. Each costs a
// second, and only somebody at a desk looks at them: they are taken when they are asked for.

import path from "node:path";
import { fileURLToPath } from "node:url";

import { scratch } from "./service.js";

const docs = fileURLToPath(new URL("../../../docs/pictures/", import.meta.url));

/** Until what comes after the first paint has come (assets/js/later.js). */
async function whole(page) {
  await page.waitForFunction(() => {
    const file = (address) => new URL(address, location).href.split("#")[0];
    const arrived = performance.getEntriesByType("resource").map(({ name }) => file(name));
    const has = (use) => use.hasAttribute("href") && arrived.includes(file(use.getAttribute("href")));
    return !matchMedia("(scripting: enabled)").matches || [...document.querySelectorAll("use[data-later]")].every(has);
  });
}

/** Takes the whole page into `target/browser/pictures/NAME.png`, when `INITIATIVES_PICTURES` asks for it. */
export async function picture(page, name) {
  if (!process.env.INITIATIVES_PICTURES) return;
  await whole(page);
  await page.screenshot({ path: path.join(scratch, "pictures", `${name}.png`), fullPage: true, animations: "disabled" });
}

/** Takes what the window shows into `docs/pictures/NAME.png`, when `INITIATIVES_DOCS_PICTURES` asks for it. */
export async function pictureForDocs(page, name) {
  if (process.env.INITIATIVES_DOCS_PICTURES) {
    await whole(page);
    await page.screenshot({ path: path.join(docs, `${name}.png`), animations: "disabled" });
  }
}
