// The pages whose pictures the README shows. `tests/run pictures` takes the pictures anew (docs/pictures); otherwise it is
// only tested that the pages still hold what the pictures are to show.

import { picture, pictureForDocs } from "./lib/pictures.js";
import { LIGHT, expect, test } from "./lib/test.js";

const README = { viewport: { width: 1280, height: 800 }, ...LIGHT };

test("the catalogue shows Initiatives", async ({ enter }) => {
  const visitor = await enter({ look: README });
  await visitor.open("/initiatives");
  const cards = visitor.page.getByRole("main").getByRole("article");
  expect(await cards.count()).toBeGreaterThan(9);
  await expect(cards.first()).toBeInViewport();
  await picture(visitor.page, "readme-catalogue");
  await pictureForDocs(visitor.page, "catalogue");
});

test("the desk shows what waits for the secretariat first", async ({ enter }) => {
  const secretariat = await enter({ as: "secretariat@metropolis.example", look: README });
  await secretariat.open("/desk");
  const proposals = secretariat.page.getByRole("table").getByRole("rowgroup").last().getByRole("row");
  expect(await proposals.count()).toBeGreaterThan(9);
  await expect(proposals.first()).toBeInViewport();
  await picture(secretariat.page, "readme-desk");
  await pictureForDocs(secretariat.page, "desk");
});
