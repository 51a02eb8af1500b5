// Writing a draft that cannot lose a word: two windows, a network that comes and goes, a session that ends, a tab that is
// closed, a log-out with something unsent; and what of it works without scripts.

import { picture } from "./lib/pictures.js";
import { openDraft } from "./lib/proposal.js";
import { DARK, NARROW, WIDE, expect, test } from "./lib/test.js";
import { clash, kept, saved, status, stored } from "./lib/writing.js";

const OWNER = "official@agra.example";
const EDITOR = "editor@agra.example";

/** Opens a section; answers its address. */
async function openSection(person, reference, section) {
  const address = `/proposals/${reference}/edit/${section}`;
  await person.open(address);
  return address;
}

test("a pause saves, and two windows in different fields never meet", async ({ enter }) => {
  const official = await enter({ as: OWNER, look: WIDE });
  const editor = await enter({ as: EDITOR, look: WIDE });
  const reference = await openDraft(official);
  const address = await openSection(official, reference, "content");
  await openSection(editor, reference, "content");
  await official.type(official.named("background"), "Long queues at counters far away.");
  await saved(official);
  await editor.type(editor.named("innovation"), "The counter comes to the courtyard.");
  await saved(editor);
  await expect(editor.named("background")).toHaveValue("Long queues at counters far away.");
  await expect(editor.page.locator("[data-others]")).toContainText("saved in this section at");
  expect(await stored(official, address, "background")).toBe("Long queues at counters far away.");
  expect(await stored(official, address, "innovation")).toBe("The counter comes to the courtyard.");
  await expect.poll(() => kept(editor)).toBe(0);
  await editor.look();
});

test("two texts of one field stand side by side, and both can be brought together", async ({ enter }) => {
  const official = await enter({ as: OWNER, look: WIDE });
  const editor = await enter({ as: EDITOR, look: { ...NARROW, ...DARK } });
  const reference = await openDraft(official);
  const address = await openSection(official, reference, "content");
  await official.paste(official.named("background"), "The city is old. People wait.");
  await saved(official);
  await openSection(editor, reference, "content");
  await official.paste(official.named("background"), "The city is very old. People wait.");
  await saved(official);
  await editor.paste(editor.named("background"), "The city is old. People wait for hours.");
  await expect(status(editor)).toContainText("Someone else changed the same answer");
  await expect(clash(editor, "background").locator("ins")).toHaveCount(2);
  await expect(editor.named("background")).toHaveValue("The city is old. People wait for hours.");
  await editor.look();
  await picture(editor.page, "clash-narrow-dark");
  const both = editor.named("combined.background");
  await expect(both).toHaveValue("The city is very old. People wait for hours.");
  await editor.tabTo(clash(editor, "background").locator('[name="combine"]'));
  await editor.page.keyboard.press("Enter");
  await expect(clash(editor, "background")).toHaveCount(0);
  await expect(editor.named("background")).toHaveValue("The city is very old. People wait for hours.");
  expect(await stored(editor, address, "background")).toBe("The city is very old. People wait for hours.");

  await official.paste(official.named("background"), "Mine after all.");
  await expect(clash(official, "background")).toBeVisible();
  await picture(official.page, "clash-wide");
  await official.tabTo(clash(official, "background").locator('[name="theirs"]'));
  await official.page.keyboard.press("Enter");
  await expect(official.named("background")).toHaveValue("The city is very old. People wait for hours.");
  await expect.poll(() => kept(official)).toBe(0);
});

test("two texts of one field are decided without scripts, too", async ({ enter }) => {
  const official = await enter({ as: OWNER, look: WIDE });
  const editor = await enter({ as: EDITOR, scripts: false, look: NARROW });
  const reference = await openDraft(official);
  const address = await openSection(official, reference, "content");
  await openSection(editor, reference, "content");
  await official.paste(official.named("background"), "His words.");
  await saved(official);
  await editor.paste(editor.named("background"), "Her words.");
  await editor.press("Save");
  await expect(clash(editor, "background")).toContainText("His");
  await picture(editor.page, "clash-without-scripts");
  await editor.pressOn(clash(editor, "background").locator('[name="mine"]'));
  expect(await stored(official, address, "background")).toBe("Her words.");
});

test("the network is cut while someone types, and comes back", async ({ enter }) => {
  const official = await enter({ as: OWNER, look: WIDE });
  const reference = await openDraft(official);
  const address = await openSection(official, reference, "content");
  await official.page.context().setOffline(true);
  await official.type(official.named("background"), "Typed on a train.");
  await expect(status(official)).toHaveText("Offline: kept in this browser");
  expect(await kept(official)).toBe(1);
  await official.type(official.named("innovation"), "And in a tunnel.");
  await official.page.context().setOffline(false);
  await saved(official);
  expect(await stored(official, address, "background")).toBe("Typed on a train.");
  expect(await stored(official, address, "innovation")).toBe("And in a tunnel.");
  await expect.poll(() => kept(official)).toBe(0);
});

test("the session is ended while someone types, and they log in again in place", async ({ enter }) => {
  const official = await enter({ as: OWNER, look: WIDE });
  const elsewhere = await enter({ as: OWNER, look: WIDE });
  const reference = await openDraft(official);
  const address = await openSection(official, reference, "content");
  await elsewhere.open("/account");
  await elsewhere.pressOn(elsewhere.page.locator('form[action^="/account/sessions/"] button').first());
  await official.type(official.named("background"), "Typed without a session.");
  await expect(status(official)).toHaveText("You are not logged in: kept in this browser");
  await official.tabTo(official.page.locator("[data-sign-in]"));
  await official.page.keyboard.press("Enter");
  const dialog = official.page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await official.look();
  await picture(official.page, "log-in-again");
  const password = dialog.locator('[name="password"]');
  await password.fill("wrong");
  await official.page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("not right");
  await password.fill("initiatives-2014-demo");
  await official.page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await saved(official);
  expect(await stored(official, address, "background")).toBe("Typed without a session.");
});

test("a tab closed without network gives its text back when it is opened again, to its writer alone", async ({ enter }) => {
  const official = await enter({ as: OWNER, look: WIDE });
  const reference = await openDraft(official);
  const address = await openSection(official, reference, "content");
  const context = official.page.context();
  await context.setOffline(true);
  await official.type(official.named("background"), "Nearly lost.");
  await expect(status(official)).toHaveText("Offline: kept in this browser");
  // The tab dies: one that is closed still sends what it can, and the network of the test is back by then.
  const died = official.page.waitForEvent("crash");
  const session = await context.newCDPSession(official.page);
  session.send("Page.crash").catch(() => {});
  await died;
  await official.page.close();
  await context.setOffline(false);

  official.page = await context.newPage();
  await official.page.goto("/account");
  await official.tabTo(official.page.locator('form[action="/logout"] button'));
  await official.page.keyboard.press("Enter");
  const dialog = official.page.locator("#confirm");
  await expect(dialog).toContainText("was not sent yet");
  await dialog.locator("[data-yes]").click();
  await expect(official.page).toHaveURL(/\/login/);

  await official.signIn(EDITOR);
  await official.open(address);
  await expect(official.named("background")).toHaveValue("");
  await official.page.context().clearCookies();

  await official.signIn(OWNER);
  await official.open(address);
  await expect(official.named("background")).toHaveValue("Nearly lost.");
  await expect(official.page.locator("[data-kept]")).toBeVisible();
  await saved(official);
  expect(await stored(official, address, "background")).toBe("Nearly lost.");
  await expect.poll(() => kept(official)).toBe(0);
});

test("leaving quickly loses nothing", async ({ enter }) => {
  const official = await enter({ as: OWNER, look: WIDE });
  const reference = await openDraft(official);
  const address = await openSection(official, reference, "content");
  await official.paste(official.named("background"), "Typed and gone.");
  await official.page.goto("/calls");
  await expect.poll(() => stored(official, address, "background")).toBe("Typed and gone.");
  await official.open(address);
  await expect(official.named("background")).toHaveValue("Typed and gone.");
  await expect.poll(() => kept(official)).toBe(0);
});

test("rows are added, moved and removed in place", async ({ enter }) => {
  const official = await enter({ as: OWNER, look: WIDE });
  const reference = await openDraft(official);
  const address = await openSection(official, reference, "budget");
  const table = official.page.locator('[data-rows="funding"]');
  const rows = table.locator(".repeat-row");
  const before = await rows.count();
  await official.type(official.named("total_eur"), "1000");
  await official.type(official.named("funding.0.source"), "City");
  await official.type(official.named("funding.0.amount"), "600,50");
  await expect(table.locator("[data-sum-text]")).toHaveText("€600.50");
  await expect(table.locator("[data-difference]")).toContainText("€399.50 less than");
  await official.tabTo(table.locator('[name="add"]'));
  await official.page.keyboard.press("Enter");
  await expect(rows).toHaveCount(before + 1);
  await expect(official.named(`funding.${before}.source`)).toBeFocused();
  await official.page.keyboard.type("Region");
  await official.type(official.named(`funding.${before}.amount`), "399.50");
  await expect(table.locator("[data-difference]")).toContainText("The same as");
  await official.tabTo(rows.last().locator('[name="move_up"]'));
  for (let step = before; step > 0; step -= 1) await official.page.keyboard.press("Enter");
  await expect(official.named("funding.0.source")).toHaveValue("Region");
  await expect(official.named("funding.1.source")).toHaveValue("City");
  await saved(official);
  await official.look();
  await picture(official.page, "rows-wide");
  expect(await stored(official, address, "funding.0.source")).toBe("Region");
  await official.tabTo(rows.first().locator('[name="remove"]'));
  await official.page.keyboard.press("Enter");
  await expect(official.named("funding.0.source")).toHaveValue("City");
  await saved(official);
  expect(await stored(official, address, "funding.0.source")).toBe("City");
});

test("rows are added and removed without scripts, too", async ({ enter }) => {
  const official = await enter({ as: OWNER, scripts: false, look: NARROW });
  const reference = await openDraft(official);
  await openSection(official, reference, "content");
  await official.type(official.named("results.0.result"), "Desks open");
  await official.pressOn(official.page.locator('[name="add"][value="results"]'));
  await official.type(official.named("results.1.result"), "More desks open");
  await official.pressOn(official.page.locator('[name="add"][value="results"]'));
  await official.pressOn(official.page.locator('[name="remove"][value="results.0"]'));
  await expect(official.named("results.0.result")).toHaveValue("More desks open");
});
