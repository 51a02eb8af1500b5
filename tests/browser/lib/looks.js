// Pages as different eyes see them: wide and narrow, by day and by night, enlarged, in colours that the reader forces.

import { picture } from "./pictures.js";
import { DARK, FORCED_COLOURS, LIGHT, NARROW, WIDE, ZOOMED, expect, test } from "./test.js";

export const LOOKS = {
  "wide-light": { ...WIDE, ...LIGHT },
  "wide-dark": { ...WIDE, ...DARK },
  "narrow-light": { ...NARROW, ...LIGHT },
  "narrow-dark": { ...NARROW, ...DARK },
  zoomed: { ...ZOOMED, ...LIGHT },
  "forced-colours": { ...WIDE, ...LIGHT, ...FORCED_COLOURS },
};

/**
 * The rules that read colours, asked alone where nothing else differs; and the size of targets, where a border that colours are
 * forced to may change it. All others read what stands in the page and how much room it has, and were asked by day already.
 */
const COLOURS = ["color-contrast", "link-in-text-block"];
const ONLY = { "wide-dark": COLOURS, "narrow-dark": COLOURS, "forced-colours": ["link-in-text-block", "target-size"] };

/** Opens each of the pages, `{ name: address }`, and looks at it in every way; each leaves a picture. */
export async function lookAt(person, pages) {
  const look = faults();
  for (const [name, address] of Object.entries(pages)) {
    await person.page.goto(address);
    for (const [how, { viewport, colorScheme, forcedColors = "none" }] of Object.entries(LOOKS)) {
      await look(`${name}, ${how}`, async () => {
        await person.page.setViewportSize(viewport);
        await person.page.emulateMedia({ colorScheme, forcedColors });
        await person.look({ only: ONLY[how] });
        if (forcedColors === "active") await seeButtons(person.page);
      });
      await picture(person.page, `${name}-${how}`);
    }
  }
  look.end();
}

/** Opens each of the pages in this language, narrow; each leaves a picture. */
export async function readIn(person, language, pages) {
  const look = faults();
  for (const [name, address] of Object.entries(pages)) {
    await look(`${name} in ${language}`, async () => {
      await person.page.goto(address);
      await expect(person.page.locator("html")).toHaveAttribute("lang", language);
      await person.look();
    });
    await picture(person.page, `${name}-${language}`);
  }
  look.end();
}

/** Looks at one page after the other, and tells all that was wrong at the end. */
function faults() {
  const found = [];
  const look = async (name, body) => {
    await test.step(name, body).catch((fault) => found.push(`${name}: ${fault.message}`));
  };
  look.end = () => expect(found.join("\n\n"), "what is wrong with these pages").toBe("");
  return look;
}

/** Where the link of this name on this page leads. */
export async function addressOf(person, page, name) {
  await person.page.goto(page);
  return person.page.getByRole("main").getByRole("link", { name }).first().getAttribute("href");
}

/** Where the first proposal in this state is, on one's own desk. */
export async function firstOnDesk(person, state) {
  await person.page.goto(`/desk?state=${state}`);
  return person.page.getByRole("rowheader").getByRole("link").first().getAttribute("href");
}

/** Where colours are forced, a background tells nothing: every button must have a border. */
async function seeButtons(page) {
  const bare = await page.evaluate(() => {
    const isBare = (button) => parseFloat(getComputedStyle(button).borderTopWidth) < 1;
    const seen = [...document.querySelectorAll(".button")].filter((button) => button.checkVisibility());
    return seen.filter((button) => isBare(button) && !button.closest(".visually-hidden")).map((button) => button.outerHTML);
  });
  expect(bare, "buttons without a border").toEqual([]);
}
