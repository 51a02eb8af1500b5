// Pages that are older than what the server holds, tabs that do not know of each other: nothing is overwritten unseen, and
// nothing typed is taken for saved.

import { openDraft } from "./lib/proposal.js";
import { WIDE, expect, test } from "./lib/test.js";
import { clash, saved, status, stored } from "./lib/writing.js";

const OWNER = "official@agra.example";
const EDITOR = "editor@agra.example";
const PASSWORD = "initiatives-2014-demo";

const content = (reference) => `/proposals/${reference}/edit/content`;

for (const scripts of [true, false]) {
  test(`going back shows what others wrote meanwhile, ${scripts ? "with" : "without"} scripts`, async ({ enter }) => {
    const official = await enter({ as: OWNER, scripts, look: WIDE });
    const editor = await enter({ as: EDITOR, look: WIDE });
    const reference = await openDraft(official);
    await official.open(content(reference));
    await official.named("background").fill("Mine alone.");
    await official.press("Save and go on");
    await editor.open(content(reference));
    await editor.named("background").fill("Mine alone. And hers.");
    await saved(editor);
    await official.page.goBack();
    await expect(official.named("background")).toHaveValue("Mine alone. And hers.");
    await official.press("Save");
    expect(await stored(editor, content(reference), "background")).toBe("Mine alone. And hers.");
  });
}

test("Save and go on goes on at the first press, though nothing is unsaved", async ({ enter }) => {
  const official = await enter({ as: OWNER, look: WIDE });
  const reference = await openDraft(official);
  await official.open(content(reference));
  await official.press("Save and go on");
  await expect(official.page).toHaveURL(/\/edit\/partnership$/u);
});

test("an answer that is too long holds no other back, and the bar says so", async ({ enter }) => {
  const official = await enter({ as: OWNER, look: WIDE });
  const reference = await openDraft(official);
  await official.open(content(reference));
  await official.page.context().setOffline(true);
  await official.named("background").fill("word ".repeat(20_000));
  await official.named("transfer").fill("An important text.");
  await official.page.context().setOffline(false);
  await expect.poll(() => stored(official, content(reference), "transfer")).toBe("An important text.");
  await official.named("innovation").fill("One more.");
  await expect.poll(() => stored(official, content(reference), "innovation")).toBe("One more.");
  await expect(status(official)).not.toHaveText(/^Saved/u);
  await official.named("background").fill("Shorter.");
  await saved(official);
  expect(await stored(official, content(reference), "background")).toBe("Shorter.");
});

test("after a decision, and after an undo, the bar tells how it is", async ({ enter }) => {
  const official = await enter({ as: OWNER, look: WIDE });
  const editor = await enter({ as: EDITOR, look: WIDE });
  const reference = await openDraft(official);
  await official.open(content(reference));
  await editor.open(content(reference));
  await official.named("background").fill("His.");
  await saved(official);
  await editor.named("background").fill("Hers.");
  await clash(editor, "background").locator('[name="mine"]').click();
  await expect(clash(editor, "background")).toHaveCount(0);
  await saved(editor);
  await editor.named("transfer").focus();
  await editor.page.keyboard.type("x");
  await editor.page.keyboard.press("Backspace");
  await saved(editor);
});

test("a page of one person does not write in the name of another", async ({ enter }) => {
  const official = await enter({ as: OWNER, look: WIDE });
  const reference = await openDraft(official);
  await official.open(content(reference));
  const other = await official.page.context().newPage();
  await other.goto("/account");
  await other.locator('form[action="/logout"] button').click();
  await other.locator('[name="email"]').fill(EDITOR);
  await other.locator('[name="password"]').fill(PASSWORD);
  await other.locator("main form button").last().click();
  await expect(other.locator('form[action="/logout"] button')).toBeAttached();
  await official.named("background").fill("Whose is this?");
  await expect(status(official)).toHaveText("You are not logged in: kept in this browser");
  expect(await stored(official, content(reference), "background")).toBe("");
});

test("two tabs without network hold two texts, and both are shown", async ({ enter }) => {
  const official = await enter({ as: OWNER, look: WIDE });
  const reference = await openDraft(official);
  const context = official.page.context();
  // Once the scripts have come, which may be after the page has.
  const withScripts = { waitUntil: "networkidle" };
  const one = official.page;
  await one.goto(content(reference), withScripts);
  const other = await context.newPage();
  await other.goto(content(reference), withScripts);
  await context.setOffline(true);
  for (const [page, text] of [[one, "Alpha."], [other, "Beta."]]) {
    await page.locator('[name="background"]').fill(text);
    await expect(page.locator("[data-status]")).toHaveText("Offline: kept in this browser");
    const died = page.waitForEvent("crash");
    (await context.newCDPSession(page)).send("Page.crash").catch(() => {});
    await died;
    await page.close();
  }
  await context.setOffline(false);
  official.page = await context.newPage();
  await official.page.goto(content(reference));
  await expect(clash(official, "background")).toContainText("Alpha");
  await expect(clash(official, "background")).toContainText("Beta");
});

test("a mistake stands in the row where it is, whatever rows are empty", async ({ enter }) => {
  const official = await enter({ as: OWNER, look: WIDE });
  const reference = await openDraft(official);
  await official.open(`/proposals/${reference}/edit/budget`);
  const add = official.page.locator('[data-rows="budget_lines"] [name="add"]');
  await official.named("budget_lines.0.item").fill("Desks");
  await official.named("budget_lines.0.amount").fill("100");
  for (let row = 1; (await official.named("budget_lines.2.item").count()) === 0 && row < 4; row += 1) await add.click();
  await official.named("budget_lines.2.item").fill("Staff");
  await official.named("budget_lines.2.amount").fill("12,3,4");
  await official.named("total_eur").focus();
  await expect(official.named("budget_lines.2.amount")).toHaveAttribute("aria-invalid", "true");
  await expect(official.named("budget_lines.1.amount")).not.toHaveAttribute("aria-invalid", "true");
});

test("why a file was not taken stays to be read", async ({ enter }) => {
  const official = await enter({ as: OWNER, look: WIDE });
  const reference = await openDraft(official);
  await official.open(`/proposals/${reference}/edit/identity`);
  const text = { name: "fake.png", mimeType: "image/png", buffer: Buffer.from("This is no picture.") };
  await official.page.locator('input[type="file"][name="images"]').setInputFiles(text);
  const told = official.page.locator(".sendings");
  await expect(told).toContainText("is of another type");
  await official.named("title").fill("Example: another title");
  await saved(official);
  await expect(told).toContainText("is of another type");
});

test("what was typed into a proposal that was submitted meanwhile is there to be copied", async ({ enter }) => {
  const official = await enter({ as: "official@saint-aurin.example", look: WIDE });
  const house = await enter({ as: "secretariat@metropolis.example", look: WIDE });
  await official.page.goto("/proposals?lang=en");
  await official.page.getByRole("link", { name: /Rivières/u }).click();
  const reference = official.page.url().match(/MI-\d{4}-\d+/u)[0];
  await official.page.goto(content(reference));
  await house.page.goto(`/desk/proposals/${reference}/withdrawal`);
  await house.named("request").check();
  await house.named("reason").fill("By letter.");
  await house.page.getByRole("button", { name: "Withdraw" }).last().click();
  await official.named("transfer").fill("Too late, and not lost.");
  await expect(status(official)).toContainText("cannot be changed any more");
  await official.page.goto(`/proposals/${reference}`);
  const left = official.page.locator("[data-kept-here]");
  await expect(left.locator("textarea")).toHaveValue("Too late, and not lost.");
  await left.getByRole("button").click();
  await expect(left).toBeHidden();
});

test("Enter in the form of a return prepares it, tells nobody, and removes no request", async ({ enter }) => {
  const house = await enter({ as: "secretariat@metropolis.example", scripts: false, look: WIDE });
  await house.page.goto("/desk?state=under_review");
  await house.page.locator("main a[href^='/desk/proposals/MI-']").first().click();
  await house.page.goto(`${new URL(house.page.url()).pathname}/return`);
  await house.named("requests.0.text").fill("Name a partner.");
  await house.named("due").fill("2099-06-30T12:00");
  await house.named("due").press("Enter");
  await expect(house.page.locator("main")).toContainText("Name a partner.");
  await expect(house.page.locator("main")).toContainText("Registered, not published");
  await expect(house.page.locator("main")).not.toContainText("What the city was asked to change");
  await house.page.goto(`${new URL(house.page.url()).pathname}/return`);
  await expect(house.named("requests.0.text")).toHaveValue("Name a partner.");
  await house.page.locator('.form-actions button[value="yes"]').click();
  await expect(house.page.locator("main")).toContainText("What the city was asked to change");
});
