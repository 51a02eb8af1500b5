// The desk as a workplace: tags, saved views, columns, a selection that stays over pages, and keys. Every page is inspected.

import { NARROW, WIDE, expect, test } from "./lib/test.js";

const HOUSE = "secretariat@metropolis.example";

const boxes = (person) => person.page.locator('input[type="checkbox"][name="ref"]');
const count = (person) => person.page.locator("[data-count]");
const rows = (person) => person.page.locator("[data-row]");
const inFocus = (person) => person.page.locator("[data-row]:focus-within");

/** Makes a tag. */
async function makeTag(person, name) {
  await person.open("/desk/tags");
  await person.type("Name", name);
  await person.press("Make the tag");
  await expect(person.page.locator(".tag").filter({ hasText: name }).first()).toBeVisible();
}

for (const [kind, look] of [["a wide", WIDE], ["a narrow", NARROW]]) {
  test(`the secretariat tags many at once and finds them by the tag, in ${kind} window`, async ({ enter }) => {
    const house = await enter({ as: HOUSE, look });
    await makeTag(house, "To discuss");
    await house.open("/desk?sort=reference");
    await house.tick(boxes(house).nth(0));
    await house.tick(boxes(house).nth(1));
    await expect(count(house)).toHaveText("Selected: 2");
    await house.look();
    await house.choose(house.named("action"), "Add a tag");
    await house.press("Go on");
    await expect(house.page.getByRole("heading", { level: 1 })).toHaveText("Add a tag");
    await house.choose(house.named("tag"), "To discuss");
    await house.press("Add a tag");
    await expect(house.page.getByRole("main")).toContainText("Done: 2 of 2");
    await house.press("Back to the list, with the same selected");
    await expect(count(house)).toHaveText("Selected: 2");
    await expect(house.page).not.toHaveURL(/sel=/);
    await house.pressOn(rows(house).first().locator(".tag"));
    await expect(rows(house)).toHaveCount(2);
    await expect(house.named("tag").locator("option:checked")).toHaveText("To discuss");
  });
}

test("a selection stays over pages, orders and reloads, until it is given up", async ({ enter }) => {
  const house = await enter({ as: HOUSE, look: WIDE });
  await house.open("/desk?sort=reference");
  const first = await boxes(house).first().getAttribute("value");
  await house.tick(boxes(house).first());
  await house.open("/desk?sort=title&cols=title.country");
  await expect(count(house)).toHaveText("Selected: 1");
  await house.tick(house.page.locator("[data-whole]"));
  const here = await boxes(house).count();
  await expect(house.page.locator('input[name="ref"]:checked')).toHaveCount(here);
  await house.page.reload();
  await expect(house.page.locator('input[name="ref"]:checked')).toHaveCount(here);
  await house.tabTo(house.page.locator("[data-clear]"));
  await house.page.keyboard.press("Enter");
  await expect(count(house)).toHaveText("Selected: 0");
  await house.open("/desk?sort=reference");
  await expect(house.page.locator(`input[value="${first}"][name="ref"]`)).not.toBeChecked();
});

test("without scripts the address keeps the selection", async ({ enter }) => {
  const house = await enter({ as: HOUSE, look: WIDE, scripts: false });
  await house.open("/desk?sort=reference");
  await boxes(house).first().check();
  await house.page.locator('[name="action"]').selectOption("tagging");
  await house.page.getByRole("button", { name: "Go on" }).click();
  await expect(house.page).toHaveURL(/\/desk\/bulk\/tagging\?sel=MI-/);
  await house.look();
  await house.page.getByRole("link", { name: "Back to the list" }).click();
  await expect(house.page).toHaveURL(/sel=MI-/);
  await expect(boxes(house).first()).toBeChecked();
  await expect(count(house)).toHaveText("Selected: 1");
  await house.look();
});

test("a view is saved and opened again, and columns are chosen", async ({ enter }) => {
  const house = await enter({ as: HOUSE, look: WIDE });
  await house.open("/desk?state=submitted");
  await house.tabTo(house.page.locator("summary").filter({ hasText: "Save this view" }));
  await house.page.keyboard.press("Enter");
  await house.type("Name of the view", "To check");
  await house.tick("Share it with the Secretariat");
  await house.press("Save this view");
  await house.open("/desk");
  await house.press("To check");
  await expect(house.page).toHaveURL(/state=submitted/);
  await house.tabTo(house.page.locator("summary").filter({ hasText: "Columns" }));
  await house.page.keyboard.press("Enter");
  await house.tick(house.page.getByRole("checkbox", { name: "Country" }));
  await house.press("Show these columns");
  await expect(house.page.getByRole("columnheader", { name: "Country" })).toBeVisible();
  await house.press("Edit the saved views");
  await expect(house.page.getByRole("main")).toContainText("Shared with the Secretariat");
});

test("keys move over the rows, tick, open, search and tell themselves, and are switched off", async ({ enter }) => {
  const house = await enter({ as: HOUSE, look: WIDE });
  const { page } = house;
  await house.open("/desk?sort=reference");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const second = await rows(house).nth(1).locator("a.table-main").getAttribute("href");
  await expect(inFocus(house).locator("a.table-main")).toHaveAttribute("href", second);
  await page.keyboard.press("x");
  await expect(count(house)).toHaveText("Selected: 1");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("k");
  await page.keyboard.press("j");
  await page.keyboard.press("Control+k");
  await expect(inFocus(house).locator("a.table-main")).toHaveAttribute("href", second);
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(dialog).toContainText("Next proposal");
  await house.look();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("jxkg d?");
  await expect(house.named("q")).toHaveValue("jxkg d?");
  await expect(count(house)).toHaveText("Selected: 1");
  await house.named("q").fill("");
  await page.keyboard.press("Tab");
  await page.locator("h1").click();
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await expect(page).toHaveURL(/\/desk\/proposals\/MI-/);
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await expect(page).toHaveURL(/\/desk$/);
  await house.open("/account");
  await house.tick("Single keys do something on the pages of the desk");
  await house.pressOn(page.locator('form[action="/account/shortcuts"] button'));
  await house.open("/desk");
  await page.keyboard.press("j");
  await expect(inFocus(house)).toHaveCount(0);
  await expect(page.getByText("Keyboard shortcuts")).toHaveCount(0);
});

test("eligibility of several is said on one page, and what cannot be done is told", async ({ enter }) => {
  const house = await enter({ as: HOUSE, look: WIDE });
  await house.open("/desk?sort=state");
  await house.tick(house.page.locator("[data-whole]"));
  await house.choose(house.named("action"), "Check eligibility");
  await house.press("Go on");
  await expect(house.page.getByText("Not possible").first()).toBeVisible();
  await house.press("Check eligibility");
  await expect(house.page.getByRole("main")).toContainText("Please check these answers");
  await house.look();
  await house.pick(house.page.locator('[name="made"][value="yes"]'));
  await house.press("Check eligibility");
  await expect(house.page.getByRole("main")).toContainText(/Done: \d+ of \d+/);
});
