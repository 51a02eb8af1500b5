// A city official at work on a draft, by keyboard alone. Every page that comes is inspected. How a draft is submitted, and
// all that follows, is told in main-job.spec.js.

import { picture } from "./lib/pictures.js";
import { openDraft } from "./lib/proposal.js";
import { NARROW, WIDE, expect, test } from "./lib/test.js";

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
  const reference = await openDraft(official);
  await official.open(`/proposals/${reference}/check`);
  await official.press("Context and problem");
  await expect(official.page).toHaveURL(/\/edit\/content.*#f-background/);
  await official.type("Context and problem", "Long queues.");
  await official.press("Save and go on");
  await official.open(`/proposals/${reference}/check`);
  await expect(official.link("Context and problem")).toHaveCount(0);
});

test("a deadline that passes while the page is open is told there, and nothing is told before", async ({ enter }) => {
  const official = await enter({ as: "official@agra.example", look: NARROW });
  const { page } = official;
  const reference = await openDraft(official);
  await page.clock.install();
  await official.open(`/proposals/${reference}`);
  const left = page.locator("[data-left-until]").first();
  await expect(left).toContainText("Time left");
  const { leftUntil, serverNow } = await left.evaluate((line) => ({ ...line.dataset }));
  const passed = page.getByRole("alert").filter({ hasText: "The deadline has passed while this page was open" });
  const whole = Date.parse(leftUntil) - Date.parse(serverNow);
  await page.clock.fastForward(whole - 10 * 60_000);
  await expect(left).toContainText("Time left");
  await expect(passed).toHaveCount(0);
  await page.clock.fastForward(11 * 60_000);
  await expect(passed).toBeVisible();
  await official.look();
});
