// The main job, whole: from a draft to a running Initiative, through the hands of everyone concerned. It is told twice: by
// keyboard alone, with JavaScript; and with JavaScript off. Every page that anyone comes to is inspected.

import { openOnDesk, promise, review } from "./lib/desk.js";
import { awaitLetter, follow, letters, listOf, openLetter } from "./lib/letters.js";
import { picture } from "./lib/pictures.js";
import { TITLE, openDraft, write } from "./lib/proposal.js";
import { WIDE, expect, test } from "./lib/test.js";

const OFFICIAL = "official@agra.example";
const SECRETARIAT = "secretariat@metropolis.example";
const PARTNER = "records@orisun.example";

/** 80 of 100 points. */
const FIRST_REVIEW = {
  scores: { relevance: 4, partnership: 4, transfer: 4, innovation: 4, feasibility: 4, results: 4 },
  remark: "The need is shown street by street.",
  committee: "A modest plan that will be carried out.",
  applicant: "Say who keeps the maps when the project ends.",
  recommends: "approve",
};

/** 76 of 100 points. */
const SECOND_REVIEW = {
  scores: { relevance: 5, partnership: 4, transfer: 4, innovation: 3, feasibility: 3, results: 3 },
  remark: "Le besoin est réel.",
  committee: "Un projet juste, au calendrier serré.",
  applicant: "Prévoyez une personne de plus par table.",
  recommends: "approve_with_changes",
};

for (const [scripts, how] of [
  [true, "by keyboard alone"],
  [false, "with JavaScript off"],
]) {
  test(`a draft becomes a running Initiative, ${how}`, async ({ enter }) => {
    test.slow();
    const come = (as) => enter({ as, scripts, look: WIDE });
    const main = (person) => person.page.getByRole("main");

    const official = await come(OFFICIAL);
    const reference = await test.step("the official finishes the draft and submits it", async () => {
      const draft = await openDraft(official);
      await write(official, draft);
      await expect(main(official)).toContainText("Nothing is missing");
      await official.press("Go on to submit");
      await official.press("Submit proposal");
      await expect(main(official)).toContainText(draft);
      await expect(main(official)).toContainText(/[0-9a-f]{64}/);
      await picture(official.page, "receipt-wide");
      return draft;
    });

    const reader = await enter({ scripts, look: WIDE });
    await test.step("the partner is asked by letter, and confirms without an account", async () => {
      await awaitLetter(reader, PARTNER, `you were named in ${reference}`);
      await follow(reader, /\/partners\//);
      await expect(main(reader)).toContainText("Orisun was named as a partner");
      await reader.press("Confirm our part");
      await expect(main(reader)).toContainText("we have noted your answer");
      await expect(main(reader)).toContainText("Confirms the part and receives updates.");
    });

    const secretariat = await come(SECRETARIAT);
    await test.step("the secretariat finds it on the desk, and finds it eligible", async () => {
      await secretariat.open("/desk");
      await secretariat.type(secretariat.named("q"), "courtyard desks");
      await secretariat.press("Show");
      await expect(main(secretariat)).toContainText(reference);
      await secretariat.pressOn(secretariat.page.getByRole("table").getByRole("link", { name: TITLE }));
      for (const condition of ["lead_admitted", "letter_signed", "within_themes", "involves_others", "readable"]) {
        await secretariat.pick(secretariat.page.locator(`[name="check-${condition}"][value="yes"]`));
      }
      await secretariat.paste(secretariat.named("eligibility_remark"), "The letter of support is signed by the mayor.");
      await secretariat.press("Save this check");
      await expect(main(secretariat)).toContainText("Your check is saved.");
      await expect(main(secretariat)).toContainText("The letter of support is signed by the mayor.");
    });

    await test.step("the secretariat gives it to two reviewers, and starts the review", async () => {
      for (const name of ["Reviewer One", "Évaluatrice Deux"]) {
        await secretariat.choose(secretariat.named("reviewer"), name);
        await secretariat.press("Assign");
        await expect(main(secretariat).getByRole("listitem").filter({ hasText: name }).filter({ hasText: "not in yet" })).toBeVisible();
      }
      await secretariat.press("Start review");
      await secretariat.press("Start review");
      await expect(main(secretariat)).toContainText("The review has started.");
    });

    await test.step("a reviewer to whom it was not given does not see it", async () => {
      const stranger = await come("reviewer3@jury.example");
      await stranger.open("/desk");
      await expect(main(stranger).getByRole("link", { name: TITLE })).toHaveCount(0);
      const answer = await stranger.open(`/desk/proposals/${reference}`);
      expect(answer.status()).toBe(404);
      await stranger.signOut();
    });

    await test.step("the first reviewer reads it, scores it and hands in the review", async () => {
      const reviewer = await come("reviewer1@jury.example");
      await openOnDesk(reviewer, TITLE);
      await promise(reviewer);
      await review(reviewer, FIRST_REVIEW);
      await expect(main(reviewer)).toContainText("Your review is in, with a total of 80");
      await reviewer.signOut();
    });

    await test.step("the second, in French, sees nothing of the first before the own is in", async () => {
      const reviewer = await come("reviewer2@jury.example");
      await expect(reviewer.page.locator("html")).toHaveAttribute("lang", "fr");
      await openOnDesk(reviewer, TITLE);
      await promise(reviewer);
      await expect(main(reviewer)).not.toContainText(FIRST_REVIEW.committee);
      await review(reviewer, SECOND_REVIEW);
      await expect(main(reviewer)).toContainText(FIRST_REVIEW.committee);
      await reviewer.signOut();
    });

    await test.step("the secretariat reads both reviews and the weighted totals, and writes to the city", async () => {
      await openOnDesk(secretariat, TITLE);
      for (const words of [FIRST_REVIEW.committee, SECOND_REVIEW.committee, FIRST_REVIEW.remark, SECOND_REVIEW.remark]) {
        await expect(main(secretariat)).toContainText(words);
      }
      const totals = secretariat.page.getByRole("table", { name: "Scores of all reviews" }).getByRole("row").last();
      for (const [whose, points] of Object.entries({ "Reviewer One": "80", "Évaluatrice Deux": "76", Mean: "78" })) {
        await expect(totals.locator(`[data-label^="${whose}"]`)).toHaveText(points);
      }
      await picture(secretariat.page, "desk-proposal-reviewed-wide");
      await secretariat.press("Begin a conversation");
      await secretariat.pick(secretariat.page.locator('[name="audience"][value="applicant"]'));
      await secretariat.paste(secretariat.page.locator("#f-body-new"), "The committee was glad to read of the maps on paper.");
      await secretariat.press("Send to the applicant");
      await expect(main(secretariat)).toContainText("Your message goes to the applicant in a minute.");
      await openOnDesk(secretariat, TITLE);
    });

    await test.step("the secretariat registers the Board’s decision and publishes it", async () => {
      await secretariat.press("Approve");
      await secretariat.type("Decided by", "Board of Directors");
      await secretariat.type("Session", "Written procedure, Barcelona");
      await secretariat.date(secretariat.named("decided_on"), "2015-03-20");
      await secretariat.type("Reference in the minutes", "BD 2015/2, item 4");
      await secretariat.paste("Message to the applicant", "The Board wishes you courage for the first courtyards.");
      await picture(secretariat.page, "decision-wide");
      await secretariat.press("Approve");
      await expect(main(secretariat)).toContainText("The proposal is approved and public.");
      await expect(main(secretariat)).toContainText("BD 2015/2, item 4");
    });

    await test.step("the Initiative starts running", async () => {
      await secretariat.press("Start running");
      await secretariat.date(secretariat.named("starts_on"), "2015-06-01");
      await secretariat.press("Start running");
      await expect(main(secretariat)).toContainText("The Initiative is running.");
      await secretariat.signOut();
    });

    await test.step("it stands in the public catalogue, and on its own page", async () => {
      await reader.open("/initiatives");
      await reader.type(reader.named("q"), "courtyard");
      await reader.press("Search");
      await reader.pressOn(main(reader).getByRole("link", { name: TITLE }));
      await expect(reader.page.getByRole("heading", { level: 1 })).toContainText(TITLE);
      await expect(main(reader)).toContainText("Running");
      await expect(main(reader)).toContainText("Desks open in thirty neighbourhoods");
      await expect(main(reader)).not.toContainText(FIRST_REVIEW.committee);
      await picture(reader.page, "initiative-new-wide");
    });

    await test.step("everyone concerned got their letters", async () => {
      // Those who follow are told by the worker.
      for (const told of [/Courtyard Desks.* was approved/, /Courtyard Desks.* has started/]) {
        await awaitLetter(reader, PARTNER, told);
      }
      for (const [to, subjects] of [
        [
          OFFICIAL,
          [
            `Received: ${reference}`,
            `The review has started: ${reference}`,
            `New message about ${reference}`,
            `Approved: ${reference}`,
            `Running: ${reference}`,
          ],
        ],
        [SECRETARIAT, [`Submitted: ${reference}`]],
        [PARTNER, [`you were named in ${reference}`, /Courtyard Desks.* was approved/, /Courtyard Desks.* has started/]],
      ]) {
        await reader.open(listOf(to));
        for (const subject of subjects) {
          await expect(letters(reader, to, subject), `letters to ${to}: ${subject}`).toHaveCount(1);
        }
      }
      await openLetter(reader, OFFICIAL, `Approved: ${reference}`);
      await expect(main(reader)).toContainText("Written procedure, Barcelona");
      await expect(main(reader)).toContainText("The Board wishes you courage for the first courtyards.");
    });

    await test.step("the partner stops the letters", async () => {
      await openLetter(reader, PARTNER, /Courtyard Desks.* has started/);
      await follow(reader, /\/unsubscribe\//);
      await reader.press("Stop the emails");
      await expect(main(reader)).toContainText("The emails have stopped");
    });

    await test.step("the official reads on the own page what came of it", async () => {
      // What was written to the city is held for a minute.
      await expect(async () => {
        await official.open(`/proposals/${reference}`);
        await expect(main(official)).toContainText("The committee was glad to read of the maps on paper.", { timeout: 1_000 });
      }).toPass({ timeout: 75_000 });
      await expect(main(official)).toContainText("Running");
      await expect(main(official)).not.toContainText(FIRST_REVIEW.committee);
      await official.signOut();
    });
  });
}
