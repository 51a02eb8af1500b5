// A city official at work: by keyboard alone, with JavaScript and without. Every page that comes is inspected.

import { picture } from "./lib/pictures.js";
import { DRAFT, write } from "./lib/proposal.js";
import { NARROW, WIDE, expect, test } from "./lib/test.js";

for (const [scripts, how] of [
  [true, "by keyboard alone"],
  [false, "with JavaScript off"],
]) {
  test(`an official finishes a draft, submits it and gets a receipt, ${how}`, async ({ enter }) => {
    test.slow();
    const official = await enter({ as: "official@agra.example", scripts, look: WIDE });
    await official.open("/proposals");
    await picture(official.page, "proposals-wide");
    await write(official);

    await expect(official.page).toHaveURL(/\/check/);
    await expect(official.page.getByRole("main")).toContainText("Nothing is missing");
    await picture(official.page, "check-wide");
    await official.press("Go on to submit");
    await official.press("Submit proposal");

    const main = official.page.getByRole("main");
    await expect(main).toContainText(DRAFT);
    await expect(main).toContainText(/[0-9a-f]{64}/);
    await picture(official.page, "receipt-wide");
  });
}

test("someone starts a proposal and deletes the draft again", async ({ enter }) => {
  const official = await enter({ as: "official@agra.example", look: NARROW });
  await official.open("/proposals/new");
  await official.pressOn(official.page.getByRole("button", { name: /^Start a proposal/ }));
  await expect(official.page).toHaveURL(/\/proposals\/MI-\d{4}-\d+/);
  await picture(official.page, "section-narrow");
  const reference = official.page.url().match(/MI-\d{4}-\d+/)[0];
  await official.open(`/proposals/${reference}`);
  await picture(official.page, "overview-narrow");
  await official.press("Delete draft");
  await official.press("Delete draft");
  await official.open("/proposals");
  await expect(official.page.getByRole("main")).not.toContainText(reference);
});

test("a draft that is not complete says what is missing, and leads there", async ({ enter }) => {
  const official = await enter({ as: "official@agra.example", look: WIDE });
  await official.open(`/proposals/${DRAFT}/check`);
  await official.press("Context and problem");
  await expect(official.page).toHaveURL(/\/edit\/content.*#f-background/);
  await official.type("Context and problem", "Long queues.");
  await official.press("Save and go on");
  await official.open(`/proposals/${DRAFT}/check`);
  await expect(official.link("Context and problem")).toHaveCount(0);
});
