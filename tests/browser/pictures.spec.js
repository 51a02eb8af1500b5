// The pages whose pictures lie in docs/pictures. `tests/run pictures` takes the pictures anew; otherwise it is only tested that
// the pages still hold what the pictures are to show.

import { picture, pictureForDocs } from "./lib/pictures.js";
import { DARK, LIGHT, NARROW, expect, test } from "./lib/test.js";

const README = { viewport: { width: 1280, height: 800 }, ...LIGHT };

/** By what the names of the pictures end in. */
const LOOKS = { "": README, "-narrow": { ...NARROW, ...DARK } };

const main = (page) => page.getByRole("main");

/** By name of the picture: the page, and what must be in sight. */
const PAGES = {
  home: ["/", (page) => page.getByRole("heading", { level: 1 })],
  catalogue: ["/initiatives", (page) => page.getByRole("heading", { level: 1 })],
  "catalogue-map": ["/initiatives?q=city&view=map", (page) => page.locator(".world-bar")],
  initiative: ["/initiatives/green-ways", (page) => page.getByRole("heading", { level: 1, name: /Green Ways/ })],
  map: ["/map", (page) => page.locator(".world-bar")],
  publications: ["/publications", (page) => page.getByRole("heading", { level: 1 })],
  contact: ["/contact?initiative=green-ways", (page) => main(page).getByRole("textbox").first()],
};

for (const [ending, look] of Object.entries(LOOKS)) {
  test(`what everybody reads is fit to be shown${ending && ", narrow, by night"}`, async ({ enter }) => {
    const visitor = await enter({ look });
    for (const [name, [address, inSight]] of Object.entries(PAGES)) {
      await visitor.open(address);
      const shown = inSight(visitor.page);
      await shown.scrollIntoViewIfNeeded();
      await expect(shown).toBeInViewport();
      await picture(visitor.page, `docs-${name}${ending}`);
      await pictureForDocs(visitor.page, `${name}${ending}`);
    }
  });
}

test("the catalogue shows Initiatives", async ({ enter }) => {
  const visitor = await enter({ look: README });
  await visitor.open("/initiatives");
  const cards = main(visitor.page).getByRole("article");
  expect(await cards.count()).toBeGreaterThan(9);
  await expect(cards.first()).toBeInViewport();
});

test("the desk shows what waits for the secretariat first", async ({ enter }) => {
  const secretariat = await enter({ as: "secretariat@metropolis.example", look: README });
  await secretariat.open("/desk");
  const proposals = secretariat.page.getByRole("table").getByRole("rowgroup").last().getByRole("row");
  expect(await proposals.count()).toBeGreaterThan(9);
  await expect(proposals.first()).toBeInViewport();
  await picture(secretariat.page, "docs-desk");
  await pictureForDocs(secretariat.page, "desk");
});
