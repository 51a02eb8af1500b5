// The secretariat writes to an applicant, thinks again, and is answered: by keyboard, with JavaScript and without.

import { openOnDesk } from "./lib/desk.js";
import { picture } from "./lib/pictures.js";
import { NARROW, WIDE, expect, test } from "./lib/test.js";

/** An example under review, with a conversation between the secretariat and its applicant. */
const TITLE = /^A Penny and a Magnet/;
const SECRETARIAT = "secretariat@metropolis.example";
const APPLICANT = "official@three-ferries.example";

const main = (person) => person.page.getByRole("main");

/** Opens the conversations about the example. */
async function openTalk(secretariat) {
  await openOnDesk(secretariat, TITLE);
  await secretariat.press("Open the discussion");
}

/** The applicant's page of the example, of which its list has told. */
async function openOwn(applicant) {
  await applicant.open("/proposals");
  await applicant.pressOn(main(applicant).getByRole("link", { name: TITLE }));
}

for (const [kind, scripts, look] of [["with scripts", true, WIDE], ["without scripts", false, NARROW]]) {
  test(`the secretariat writes to the applicant, undoes it, sends it, and is answered, ${kind}`, async ({ enter }) => {
    // A message is held for a minute of the real clock.
    test.setTimeout(240_000);
    const secretariat = await enter({ as: SECRETARIAT, scripts, look });
    const applicant = await enter({ as: APPLICANT, scripts, look });

    await test.step("the narrowest audience is chosen, and the one button names it", async () => {
      await openTalk(secretariat);
      const begin = secretariat.page.locator("#new");
      await expect(begin.locator('[name="audience"]:checked')).toHaveValue("internal");
      await expect(begin.getByRole("button", { name: "Post internally" })).toBeVisible();
      await expect(begin.getByRole("button", { name: "Send to the applicant" })).toHaveCount(0);
      await secretariat.pick(begin.locator('[value="applicant"]'));
      await expect(begin.getByRole("button", { name: "Send to the applicant" })).toBeVisible();
      await expect(begin.getByRole("button", { name: "Post internally" })).toHaveCount(0);
      await picture(secretariat.page, `discussion-${scripts ? "wide" : "narrow"}`);
    });

    await test.step("a message that is undone stands in the form again, and reaches nobody", async () => {
      const begin = secretariat.page.locator("#new");
      await secretariat.type(begin.locator('[name="subject"]'), "The second year");
      await secretariat.paste(begin.locator('[name="body"]'), "Who pays for the second year, and for the third?");
      await secretariat.pressOn(begin.getByRole("button", { name: "Send to the applicant" }));
      await expect(main(secretariat)).toContainText("Until then only you see it.");
      await openOwn(applicant);
      await expect(main(applicant)).not.toContainText("second year");
      await secretariat.press("Undo");
      await expect(main(secretariat)).toContainText("Your message is taken back.");
    });

    const thread = secretariat.page.locator(".thread").filter({ hasText: "The second year" });
    await test.step("it is changed and sent", async () => {
      const text = thread.locator('form [name="body"]');
      await expect(text).toHaveValue("Who pays for the second year, and for the third?");
      await secretariat.paste(text, "Who pays for the second year?");
      await secretariat.pressOn(thread.getByRole("button", { name: "Send to the applicant" }));
      if (scripts) await expect(thread).toContainText(/Goes to the applicant in \d+ s/);
      else await expect(thread).toContainText(/Goes to the applicant at .*\d+:\d\d:\d\d/);
    });

    await test.step("the applicant is told of it in the list, reads it and answers on the page of the proposal", async () => {
      await expect(async () => {
        await applicant.open("/proposals");
        await expect(main(applicant)).toContainText("new message", { timeout: 100 });
      }).toPass({ intervals: [5_000], timeout: 100_000 });
      if (scripts) await expect(thread).toContainText("Sent to the applicant.");
      await openOwn(applicant);
      const asked = applicant.page.locator(".thread").filter({ hasText: "The second year" });
      await expect(asked).toContainText("Who pays for the second year?");
      await expect(asked).not.toContainText("third");
      await applicant.paste(asked.locator('[name="body"]'), "The water works do, as the letter says.");
      await applicant.pressOn(asked.getByRole("button", { name: "Send to the Secretariat" }));
      await expect(main(applicant)).toContainText("Your message has been sent.");
      await expect(asked).toContainText("The water works do, as the letter says.");
      await applicant.open("/proposals");
      await expect(main(applicant)).not.toContainText("new message");
    });

    await test.step("the answer is new on the desk until it was shown", async () => {
      await secretariat.open("/desk");
      const row = secretariat.page.getByRole("row").filter({ hasText: "A Penny and a Magnet" });
      await expect(row).toContainText("1 new message");
      await secretariat.pressOn(row.getByRole("link", { name: "1 new message" }));
      await expect(thread).toContainText("The water works do, as the letter says.");
      await expect(thread.locator(".comment-new")).toHaveCount(1);
      await secretariat.open("/desk");
      await expect(row).not.toContainText("new message");
    });
  });
}

test("people are named from a list that the keyboard opens, and only those who may read it", async ({ enter }) => {
  const secretariat = await enter({ as: SECRETARIAT, look: WIDE });
  await openTalk(secretariat);
  const { page } = secretariat;
  const begin = page.locator("#new");
  const text = begin.locator('[name="body"]');
  await secretariat.type(text, "Dear @rev");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await secretariat.pick(begin.locator('[value="reviewers"]'));
  await secretariat.type(text, "Dear @rev");
  await expect(page.getByRole("option", { name: "Reviewer One (demo)" })).toHaveAttribute("aria-selected", "true");
  await secretariat.look();
  await page.keyboard.press("Enter");
  await expect(text).toHaveValue("Dear @Reviewer One (demo) ");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await page.keyboard.type("what of the roofs?");
  await secretariat.press("Post for reviewers");
  await expect(main(secretariat)).toContainText("Dear @Reviewer One (demo) what of the roofs?");
});
