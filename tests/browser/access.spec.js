// What no picture shows: where the focus goes, that it is seen wherever it is, and that nobody loses a session unwarned.

import { openReview } from "./lib/desk.js";
import { addressOf } from "./lib/looks.js";
import { FORCED_COLOURS, NARROW, WIDE, ZOOMED, expect, test } from "./lib/test.js";

/** The page of the decision on a proposal that waits for one. */
async function decision(secretariat) {
  const proposal = await addressOf(secretariat, "/desk", /Streets with Names/);
  return addressOf(secretariat, proposal, "Approve");
}

/** The longest section of the draft of Agra, with the bar to save it. */
async function section(official) {
  return `${await addressOf(official, "/proposals", /Courtyard Desks/)}/edit/content`;
}

const FORMS = [
  ["reviewer1@jury.example", "the form of a review", openReview],
  ["secretariat@metropolis.example", "the form of a decision", decision],
  ["official@agra.example", "a section of a proposal", section],
];

for (const [as, name, address] of FORMS) {
  test(`the focus is seen wherever Tab takes it in ${name}: wide, narrow, enlarged, with forced colours`, async ({ enter }) => {
    test.slow();
    const person = await enter({ as, look: WIDE });
    const form = await address(person);
    for (const { viewport, forcedColors = "none" } of [WIDE, { ...WIDE, ...FORCED_COLOURS }, NARROW, ZOOMED]) {
      await person.page.setViewportSize(viewport);
      await person.page.emulateMedia({ forcedColors });
      await person.open(form);
      await person.tabThrough();
    }
  });
}

test("the menu of a narrow window opens and closes by keyboard, and gives the focus back", async ({ enter }) => {
  const person = await enter({ as: "secretariat@metropolis.example", look: NARROW });
  await person.open("/");
  const menu = person.page.getByRole("button", { name: "Menu" });
  await person.tabTo(menu);
  await person.page.keyboard.press("Enter");
  await expect(person.link("Organisations")).toBeVisible();
  await person.look();
  await person.page.keyboard.press("Escape");
  await expect(person.link("Organisations")).toBeHidden();
  await expect(menu).toBeFocused();
});

/** Sends the form as it is; the summary of errors must have the focus, and lead to the field of this name. */
async function refused(person, button, field) {
  await person.tabTo(button);
  await person.page.keyboard.press("Enter");
  const summary = person.page.getByRole("alert").filter({ hasText: "Please check these answers" });
  await expect(summary).toBeFocused();
  await person.look();
  await person.tabTo(summary.getByRole("link"));
  await person.page.keyboard.press("Enter");
  await expect(person.named(field).first()).toBeFocused();
}

test("a refused form takes the focus to what is wrong, and from there to each field", async ({ enter }) => {
  test.slow();
  const visitor = await enter({ look: WIDE });
  await visitor.open("/login");
  await refused(visitor, visitor.page.getByRole("main").getByRole("button", { name: "Log in" }), "email");

  const secretariat = await enter({ as: "secretariat@metropolis.example", look: WIDE });
  await secretariat.open(await decision(secretariat));
  await refused(secretariat, secretariat.button("Approve"), "session");

  const reviewer = await enter({ as: "reviewer1@jury.example", look: WIDE });
  await reviewer.open(await openReview(reviewer));
  await reviewer.paste("To the committee", "");
  await refused(reviewer, reviewer.button("Hand in review"), "to_committee");
});

test("a warning comes before the session ends, and one key extends it", async ({ enter }) => {
  const official = await enter({ as: "official@agra.example", look: WIDE });
  const { page } = official;
  await page.clock.install();
  await official.open("/account");
  const warning = page.getByRole("dialog", { name: "Your session is about to end" });
  const minutes = async (left) => page.clock.fastForward((left - 2) * 60_000 + 1000);

  await minutes(await minutesLeft(page) - 1);
  await expect(warning).toBeHidden();
  await minutes(3);
  await expect(warning).toBeVisible();
  await official.look();
  await expect(official.button("Stay logged in")).toBeFocused();
  const answered = page.waitForResponse("/account/session/extension");
  await page.keyboard.press("Enter");
  const { now, ends } = await (await answered).json();
  await expect(warning).toBeHidden();

  await minutes((Date.parse(ends) - Date.parse(now)) / 60_000 - 1);
  await expect(warning).toBeHidden();
  await minutes(3);
  await expect(warning).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(warning).toBeHidden();
  await page.clock.runFor(5000);
  await expect(warning).toBeHidden();
});

test("a session that cannot be extended says so, before the text is lost", async ({ enter }) => {
  const official = await enter({ as: "official@agra.example", look: WIDE });
  const { page } = official;
  await page.clock.install();
  await official.open("/account");
  await page.route("/account/session/extension", (route) => route.abort());
  await page.clock.fastForward((await minutesLeft(page) - 1) * 60_000);
  await expect(official.button("Stay logged in")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Copy your text" })).toBeVisible();
});

/** How long the page says that its session lasts. */
async function minutesLeft(page) {
  const { now, ends } = await page.locator("#session-warning").evaluate((dialog) => ({ ...dialog.dataset }));
  return (Date.parse(ends) - Date.parse(now)) / 60_000;
}
