// The secretariat changes what a kind of letter says: a placeholder is misspelt and found, the letter is looked at with real or
// made-up values, tried out on oneself, and kept. Once by keyboard with scripts, once without any.

import { openLetter } from "./lib/letters.js";
import { NARROW, WIDE, expect, test } from "./lib/test.js";

const HOUSE = "secretariat@metropolis.example";
const TEXT = "/admin/letters/comment/en";

for (const scripts of [true, false]) {
  test(`what a letter says is changed, ${scripts ? "by keyboard" : "without JavaScript"}`, async ({ enter }) => {
    test.slow();
    const house = await enter({ as: HOUSE, look: scripts ? WIDE : NARROW, scripts });
    const subject = house.named("subject");
    const preview = house.page.locator("#look");
    // With scripts the preview follows the writing; without, a button asks for it.
    const look = async () => {
      if (!scripts) await house.press("Look at it");
    };
    await house.open("/admin/mail");
    await house.press("Texts of the emails");
    await house.pressOn(house.page.locator(`a[href="${TEXT}"]`));
    await expect(house.page.getByRole("heading", { level: 1 })).toHaveText("New message");
    await expect(preview).toContainText("New message about ");

    await house.type(subject, "A word about {titel}");
    await look();
    await expect(preview).toContainText("Did you mean {title}?");
    await expect(subject).toHaveValue("A word about {titel}");
    await house.type(subject, "A word about {title}");
    await look();
    await expect(preview.locator("iframe")).toHaveAttribute("src", `${TEXT}/example?typed=yes`);
    await expect(preview).toContainText("A word about ");
    await expect(preview).not.toContainText("{title}");
    await house.look();

    await house.press("Send a test to yourself");
    await expect(house.page.getByText(`The test is on its way to ${HOUSE}.`).first()).toBeVisible();
    await expect(subject).toHaveValue("A word about {title}");
    await house.press("Save");
    await expect(house.page.getByText("The text is saved.").first()).toBeVisible();
    await expect(house.page.getByRole("heading", { name: "Version 1" })).toBeVisible();

    const reader = await enter({ look: WIDE });
    await openLetter(reader, HOUSE, /^Test: A word about /);
  });
}
