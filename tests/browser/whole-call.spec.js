// A whole call, from the check of eligibility to published decisions, with three reviewers: one hands in, one has a conflict of
// interest, one is late. It is told of two of its proposals, as the secretariat and the jury do it.

import { review } from "./lib/desk.js";
import { WIDE, expect, test } from "./lib/test.js";

const HOUSE = "secretariat@metropolis.example";
const CALL = "example-under-review";
const CHOSEN = "One Metre Each";
const OTHER = "The Compact";
const DAY = 86_400_000;

const REVIEW = {
  scores: { relevance: 4, partnership: 4, transfer: 4, innovation: 4, feasibility: 4, results: 4 },
  remark: "The alleys are measured.",
  committee: "It can be carried out as it is written.",
  applicant: "Say who keeps the pump.",
  recommends: "approve",
};

const main = (person) => person.page.getByRole("main");
const days = (count) => new Date(Date.now() + count * DAY).toISOString().slice(0, 16);

test("a call is taken from eligibility to published decisions", async ({ enter }) => {
  test.slow();
  const house = await enter({ as: HOUSE, look: WIDE });
  const references = {};

  await test.step("the secretariat finds both eligible, and starts their reviews", async () => {
    await house.open(`/desk?call=${CALL}&state=submitted&sort=reference`);
    for (const title of [CHOSEN, OTHER]) {
      const row = house.page.locator("[data-row]").filter({ hasText: title });
      const box = row.locator('input[name="ref"]');
      references[title] = await box.getAttribute("value");
      await house.tick(box);
    }
    await house.choose(house.named("action"), "Check eligibility");
    await house.press("Go on");
    for (const reference of Object.values(references)) {
      const box = house.page.locator(`input[name="ref"][value="${reference}"]`);
      if (!(await box.isChecked())) await house.tick(box);
    }
    await house.pick(house.page.locator('[name="made"][value="yes"]'));
    await house.pressOn(main(house).locator("form").getByRole("button", { name: "Check eligibility" }));
    await expect(main(house)).toContainText("Done: 2 of 2");
    await house.press("Back to the list, with the same selected");
    await house.choose(house.named("action"), "Start review");
    await house.press("Go on");
    await house.pressOn(main(house).locator("form").getByRole("button", { name: "Start review" }));
    await expect(main(house)).toContainText("Done: 2 of 2");
  });

  await test.step("a plan gives them to the three reviewers, and nothing is assigned until it is confirmed", async () => {
    await house.open(`/desk/calls/${CALL}/assignments/plan?reviews=3&most=60`);
    for (const reference of Object.values(references)) {
      await expect(house.page.locator(`input[name="pair"][value^="${reference}:"]:checked`)).toHaveCount(3);
    }
    await house.press("Assign what is ticked");
    await house.open(`/desk/proposals/${references[CHOSEN]}`);
    await expect(main(house).getByRole("listitem").filter({ hasText: "not in yet" })).toHaveCount(3);
  });

  await test.step("the reviews were to be in yesterday", async () => {
    await house.open(`/desk/calls/${CALL}/phases`);
    if (!(await house.named("use-review").isChecked())) await house.tick(house.named("use-review"));
    await house.named("begins-review").fill(days(-10));
    await house.named("due-review").fill(days(-1));
    await house.pressOn(main(house).locator('form[action$="/phases"] button.button').last());
    await expect(main(house)).toContainText("Individual review");
  });

  await test.step("the second reviewer has a conflict of interest, and finds nothing of it any more", async () => {
    const second = await enter({ as: "reviewer2@jury.example", look: WIDE });
    await second.open(`/desk/proposals/${references[CHOSEN]}`);
    await second.page.locator("details").filter({ has: second.named("conflict_reason") }).locator("summary").click();
    await second.paste(second.named("conflict_reason"), "Ma sœur y travaille.");
    await second.pressOn(second.page.locator('form[action$="/conflict"] button'));
    expect((await second.open(`/desk/proposals/${references[CHOSEN]}`)).status()).toBe(404);
    await second.open("/desk?q=stretcher");
    await expect(second.page.locator("[data-row]")).toHaveCount(0);
    await second.signOut();
  });

  await test.step("the first reviewer hands in, the third is late", async () => {
    const first = await enter({ as: "reviewer1@jury.example", look: WIDE });
    await first.open(`/desk/proposals/${references[CHOSEN]}`);
    await review(first, REVIEW);
    await expect(main(first)).toContainText("Your review is in, with a total of 80");
    await first.signOut();
    await house.open(`/desk/calls/${CALL}/progress`);
    const late = house.page.getByRole("row").filter({ hasText: "Evaluador Tres" }).locator('[data-label="Of these, late"]');
    expect(Number(await late.textContent())).toBeGreaterThan(0);
  });

  await test.step("the decisions are prepared, and looked at with what they will cause", async () => {
    await prepare(house, references[CHOSEN], "Prepare: Approve", {});
    await prepare(house, references[OTHER], "Prepare: Do not select", { reason: "The plan depends on one person." });
    await house.open(`/desk/calls/${CALL}/decisions?show=prepared`);
    for (const reference of Object.values(references)) {
      await house.tick(house.page.locator(`input[name="pick"][value^="${reference}:"]`));
    }
    await house.press("Look at and publish");
    for (const reference of Object.values(references)) await expect(main(house)).toContainText(reference);
  });

  await test.step("a letter is read beside the page that asks, which stays", async () => {
    const beside = house.page.context().waitForEvent("page");
    await house.tabTo(house.page.getByRole("link", { name: "Emails of the decision" }).first());
    await house.page.keyboard.press("Enter");
    const letter = await beside;
    await expect(letter.getByRole("main")).toContainText(CHOSEN);
    await letter.close();
  });

  await test.step("they are published, each by itself, and the page tells when it is done", async () => {
    await house.pressOn(house.page.locator('button[name="when"][value="now"]'));
    await expect(main(house)).toContainText("2 of 2 are published.", { timeout: 30_000 });
    await expect(main(house)).toContainText("Carried out");
  });

  await test.step("the public reads of the one and not of the other", async () => {
    const reader = await enter({ look: WIDE });
    await reader.open("/initiatives?q=alleys");
    await expect(main(reader)).toContainText(CHOSEN);
    await reader.open("/initiatives?q=compact");
    await expect(main(reader)).not.toContainText(OTHER);
  });
});

/** Prepares one decision by the Board. */
async function prepare(house, reference, button, more) {
  await house.open(`/desk/calls/${CALL}/decisions?show=all`);
  await house.tick(house.page.locator(`input[name="pick"][value^="${reference}:"]`));
  await house.press(button);
  const typed = { body: "Board of Directors", session: "Barcelona", minute_reference: "BD 2015/2", ...more };
  for (const [name, text] of Object.entries(typed)) await house.paste(house.named(name), text);
  await house.date(house.named("decided_on"), "2015-03-20");
  await house.press("Prepare for all selected");
  await expect(main(house)).toContainText("is prepared");
}
