// Every public page, as different people see it: wide and narrow, by day and by night, enlarged, in three languages, with
// JavaScript off. Each is inspected; pictures are left in target/browser/pictures for whoever wants to look.

import { picture } from "./lib/pictures.js";
import { DARK, FORCED_COLOURS, LIGHT, NARROW, WIDE, ZOOMED, expect, test } from "./lib/test.js";

const PAGES = {
  home: "/",
  initiatives: "/initiatives",
  found: "/initiatives?q=water",
  "nothing-found": "/initiatives?q=zzzz",
  benefits: "/benefits",
  publications: "/publications",
  "log-in": "/login",
  nowhere: "/nowhere",
};

const LOOKS = {
  "wide-light": { ...WIDE, ...LIGHT },
  "wide-dark": { ...WIDE, ...DARK },
  "narrow-light": { ...NARROW, ...LIGHT },
  "narrow-dark": { ...NARROW, ...DARK },
  zoomed: ZOOMED,
  "forced-colours": { ...WIDE, ...FORCED_COLOURS },
};

for (const [look, how] of Object.entries(LOOKS)) {
  test(`public pages, ${look}`, async ({ enter }) => {
    const visitor = await enter({ look: how });
    for (const [name, address] of Object.entries(PAGES)) {
      await visitor.open(address);
      await picture(visitor.page, `${name}-${look}`);
    }
  });
}

for (const language of ["en", "fr", "es"]) {
  test(`public pages speak ${language} and nothing else`, async ({ enter }) => {
    const visitor = await enter({ look: { ...NARROW, locale: language } });
    for (const [name, address] of Object.entries(PAGES)) {
      await visitor.open(address);
      await expect(visitor.page.locator("html")).toHaveAttribute("lang", language);
      await picture(visitor.page, `${name}-${language}`);
    }
  });
}

test("public pages need no JavaScript", async ({ enter }) => {
  const visitor = await enter({ scripts: false, look: WIDE });
  await visitor.open("/");
  await visitor.press("Initiatives");
  const first = visitor.page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").first();
  await visitor.pressOn(first);
  await expect(visitor.page).toHaveURL(/\/initiatives\/.+/);
});

test("an Initiative is found by theme, and its page tells who leads it", async ({ enter }) => {
  const visitor = await enter({ look: WIDE });
  await visitor.open("/initiatives");
  await visitor.type(visitor.page.getByRole("searchbox"), "green ways");
  await visitor.page.keyboard.press("Enter");
  await visitor.page.waitForURL(/q=green/);
  await visitor.look();
  await visitor.pressOn(visitor.page.getByRole("main").getByRole("link", { name: "Green Ways" }).first());
  await expect(visitor.page.getByRole("heading", { level: 1 })).toContainText("Green Ways");
  await expect(visitor.page.getByRole("main")).toContainText("Santiago");
});
