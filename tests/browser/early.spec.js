// What somebody types before the scripts have come, and what they send as they leave: the one is as unsaved as what follows, the
// other as saved as what was waited for.

import { openReview } from "./lib/desk.js";
import { holdUp } from "./lib/line.js";
import { openDraft } from "./lib/proposal.js";
import { WIDE, expect, test } from "./lib/test.js";
import { clash, kept, saved, status, stored } from "./lib/writing.js";

const OFFICIAL = "official@agra.example";
const REVIEWER = "reviewer1@jury.example";

/** Comes to a page whose scripts do not: the answer lets them come. */
async function comeEarly(person, address, scripts) {
  const release = await holdUp(person.page, scripts);
  await person.page.goto(address, { waitUntil: "commit" });
  return release;
}

/** Types by keys, as one who is there. */
async function write(person, name, text) {
  await person.named(name).click();
  await person.page.keyboard.type(text);
}

test("what is typed into a section before its script has come is saved as all else", async ({ enter }) => {
  const official = await enter({ as: OFFICIAL, look: WIDE });
  const address = `/proposals/${await openDraft(official)}/edit/content`;
  const come = await comeEarly(official, address, /autosave\.js/u);
  await official.named("transfer").fill("Typed on a slow line.");
  come();
  await saved(official);
  expect(await stored(official, address, "transfer")).toBe("Typed on a slow line.");
});

test("what is typed into a review before its script has come is saved as all else", async ({ enter }) => {
  const reviewer = await enter({ as: REVIEWER, look: WIDE });
  const address = await openReview(reviewer);
  const come = await comeEarly(reviewer, address, /review\.js/u);
  await reviewer.named("to_committee").fill("Typed on a slow line.");
  await reviewer.page.locator('[name="confidence"][value="high"]').check();
  come();
  await saved(reviewer);
  await reviewer.open(address);
  await expect(reviewer.named("to_committee")).toHaveValue("Typed on a slow line.");
  await expect(reviewer.page.locator('[name="confidence"][value="high"]')).toBeChecked();
  await expect.poll(() => kept(reviewer)).toBe(0);
});

test("a review that is handed in unfinished is saved as a draft", async ({ enter }) => {
  const reviewer = await enter({ as: REVIEWER, look: WIDE });
  const address = await openReview(reviewer);
  await reviewer.open(address);
  await reviewer.named("to_applicant").fill("Half of what there is to say.");
  await reviewer.pressOn(reviewer.page.locator('button[name="do"][value="submit"]'));
  await expect(reviewer.page.getByRole("alert")).toContainText("Please check these answers");
  await saved(reviewer);
  await reviewer.open(address);
  await expect(reviewer.named("to_applicant")).toHaveValue("Half of what there is to say.");
});

test("what the browser kept of a review comes back, beside what is typed before it has", async ({ enter }) => {
  const reviewer = await enter({ as: REVIEWER, look: WIDE });
  const address = await openReview(reviewer);
  await reviewer.open(address);
  await reviewer.page.route(/review\/draft/u, (route) => route.abort());
  await reviewer.named("to_committee").fill("Nearly lost.");
  await reviewer.named("to_applicant").fill("Nearly lost, too.");
  await expect(status(reviewer)).toContainText("kept in this browser");
  await expect.poll(() => kept(reviewer)).toBe(1);
  await reviewer.page.unroute(/review\/draft/u);
  const come = await comeEarly(reviewer, address, /review\.js/u);
  await reviewer.named("to_applicant").fill("Better words.");
  come();
  await expect(reviewer.named("to_committee")).toHaveValue("Nearly lost.");
  await expect(reviewer.page.locator("[data-put-back]")).toBeVisible();
  await expect(reviewer.named("to_applicant")).toHaveValue("Better words.\n\nNearly lost, too.");
  await saved(reviewer);
  await expect.poll(() => kept(reviewer)).toBe(0);
});

test("what another window has overtaken of a review comes back below what stands there", async ({ enter }) => {
  const reviewer = await enter({ as: REVIEWER, look: WIDE });
  const atHome = await enter({ as: REVIEWER, look: WIDE });
  const address = await openReview(reviewer);
  await reviewer.open(address);
  await reviewer.page.route(/review\/draft/u, (route) => route.abort());
  await reviewer.named("to_committee").fill("Nearly lost.");
  await expect.poll(() => kept(reviewer)).toBe(1);
  await atHome.open(address);
  await atHome.named("to_committee").fill("Written at home.");
  await saved(atHome);
  await reviewer.page.unroute(/review\/draft/u);
  await reviewer.open(address);
  await expect(reviewer.named("to_committee")).toHaveValue("Written at home.\n\nNearly lost.");
  await saved(reviewer);
  await expect.poll(() => kept(reviewer)).toBe(0);
  await reviewer.signOut();
});

test("what the browser kept of an answer stands beside what is typed before it has come back", async ({ enter }) => {
  const official = await enter({ as: OFFICIAL, look: WIDE });
  const address = `/proposals/${await openDraft(official)}/edit/content`;
  await official.open(address);
  await official.page.route(/edit\/content/u, (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await official.named("background").fill("Nearly lost.");
  await expect(status(official)).toContainText("kept in this browser");
  await expect.poll(() => kept(official)).toBe(1);
  await official.page.goto("/account");
  const come = await comeEarly(official, address, /autosave\.js/u);
  await official.named("background").fill("Better words.");
  come();
  await expect(status(official)).toContainText("kept in this browser");
  await expect.poll(() => kept(official), "both, as long as neither has arrived").toBe(2);
  await official.page.unroute(/edit\/content/u);
  await official.page.evaluate(() => dispatchEvent(new Event("online")));
  await expect(clash(official, "background")).toContainText("Nearly lost.");
  await expect(clash(official, "background")).toContainText("Better words.");
  expect(await stored(official, address, "background")).toBe("Better words.");
});

test("who leaves a form is asked, though the script came after what was typed", async ({ enter }) => {
  const visitor = await enter({ look: WIDE });
  const come = await comeEarly(visitor, "/contact", /guard\.js/u);
  await write(visitor, "message", "When does the next call open?");
  const guarded = visitor.page.waitForResponse(/guard\.js/u);
  come();
  await guarded;
  await visitor.page.waitForLoadState("networkidle");
  const asked = visitor.page.waitForEvent("dialog");
  const leaving = visitor.page.goto("/calls").catch(() => {});
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await leaving;
  await expect(visitor.named("message")).toHaveValue("When does the next call open?");
});

test("who reads on in another language finds there what was typed before the script came", async ({ enter }) => {
  const visitor = await enter({ look: WIDE });
  const come = await comeEarly(visitor, "/contact", /languages\.js/u);
  await write(visitor, "message", "When does the next call open?");
  come();
  await visitor.page.waitForLoadState("networkidle");
  await visitor.page.locator('.languages a[hreflang="fr"]').click();
  await expect(visitor.page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(visitor.named("message")).toHaveValue("When does the next call open?");
});

test("a file that was still on its way when Save was pressed is not called unsent", async ({ enter }) => {
  const official = await enter({ as: OFFICIAL, look: WIDE });
  const reference = await openDraft(official);
  await official.open(`/proposals/${reference}/edit/applicant`);
  const arrive = await holdUp(official.page, /\/files\//u);
  const file = { name: "letter.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\ntrailer<<>>\n%%EOF\n") };
  await official.named("endorsement_letter").setInputFiles(file);
  await expect(official.page.getByRole("progressbar", { name: "letter.pdf" })).toBeVisible();
  // Who leaves with something unsaved sends it, and keeps a copy of what may not arrive.
  const sent = [];
  official.page.on("request", (request) => sent.push(request.headers()["accept"] ?? ""));
  await official.button("Save and go on").click();
  arrive();
  await expect(official.page).toHaveURL(/\/edit\/(?!applicant)/u);
  expect(sent.filter((accepted) => accepted === "application/json")).toEqual([]);
  expect(await kept(official)).toBe(0);
  await official.signOut();
});

test("what was sent as the page was left is not called unsent", async ({ enter }) => {
  const official = await enter({ as: OFFICIAL, look: WIDE });
  const address = `/proposals/${await openDraft(official)}/edit/content`;
  await official.open(address);
  await official.page.route(/edit\/content/u, (route) => route.abort());
  await write(official, "transfer", "Written in haste.");
  await expect.poll(() => kept(official)).toBe(1);
  await official.page.unroute(/edit\/content/u);
  await official.page.goto("/account");
  await expect.poll(() => stored(official, address, "transfer")).toBe("Written in haste.");
  await official.signOut();
  await expect(official.page).toHaveURL(/\/login/u);
});
