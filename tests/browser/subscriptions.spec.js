// A partner without an account: subscribes, confirms by the mail, hears of an Initiative, and stops the letters. Every page is
// inspected; once by keyboard with scripts, once without any.

import { addressOf } from "./lib/looks.js";
import { awaitLetter } from "./lib/letters.js";
import { NARROW, WIDE, expect, test } from "./lib/test.js";

const EMAIL = "ana@rosario.example";

/** The address of a page of ours in the newest letter to the partner whose subject is so. */
async function linkIn(reader, subject, below) {
  await awaitLetter(reader, EMAIL, subject);
  const link = reader.page.getByRole("main").locator(`a[href*="${below}"]`).first();
  return new URL(await link.getAttribute("href"), reader.page.url()).pathname;
}

for (const scripts of [true, false]) {
  test(`a partner subscribes, confirms, hears and stops, ${scripts ? "by keyboard" : "without JavaScript"}`, async ({ enter }) => {
    test.slow();
    const partner = await enter({ look: NARROW, scripts });
    await partner.open("/initiatives/green-ways");
    await partner.press("Follow this Initiative");
    await expect(partner.page.getByRole("checkbox", { name: "Green Ways" })).toBeChecked();
    // What is wrong is said, and what was chosen stays.
    await partner.type(partner.named("email"), "ana");
    await partner.press("Subscribe");
    await expect(partner.page.getByRole("checkbox", { name: "Green Ways" })).toBeChecked();
    await partner.type(partner.named("email"), EMAIL);
    await partner.tick(partner.page.getByRole("checkbox", { name: "Sustainability" }));
    await partner.press("Subscribe");
    await expect(partner.page.getByRole("heading", { level: 1 })).toHaveText("Please look into your mailbox");

    const reader = await enter({ look: WIDE });
    await partner.open(await linkIn(reader, /Please confirm/, "/subscriptions/"));
    await partner.press("Confirm");
    await expect(partner.page.getByRole("checkbox", { name: "Sustainability" })).toBeChecked();
    await partner.tick(partner.page.getByRole("checkbox", { name: "Governance" }));
    await partner.press("Save");
    await expect(partner.page.getByText("Saved.").first()).toBeVisible();

    const secretariat = await enter({ as: "secretariat@metropolis.example", look: WIDE, scripts });
    const initiative = await addressOf(secretariat, "/desk?state=approved", /Green Ways/);
    await secretariat.open(`${initiative}/news`);
    await secretariat.type(secretariat.named("title_en"), "The first ten kilometres");
    await secretariat.type(secretariat.named("text_en"), "The first ten kilometres are open to all.");
    await secretariat.press("Publish and tell");

    const stop = await linkIn(reader, /first ten kilometres/, "/unsubscribe/");
    await partner.open(stop);
    await partner.press("Stop the emails");
    await expect(partner.page.getByText("The emails have stopped").first()).toBeVisible();
    await secretariat.open("/desk/subscribers");
    await secretariat.press(EMAIL);
    await expect(secretariat.page.getByText("Stopped all emails").first()).toBeVisible();
  });
}
