// What the secretariat and the reviewers do on the desk. A control is named as it is posted, since reviewers read the desk in
// their own languages.

/** Opens the desk and, from its list, the proposal whose title is so. */
export async function openOnDesk(person, title) {
  await person.open("/desk");
  await person.pressOn(person.page.getByRole("table").getByRole("link", { name: title }));
}

/** Promises to keep the proposals of the call to oneself, and comes back to the proposal. */
export async function promise(reviewer) {
  const main = reviewer.page.getByRole("main");
  await reviewer.pressOn(main.locator('a[href*="/confidentiality"]'));
  await reviewer.tick(reviewer.named("agreed"));
  await reviewer.pressOn(main.locator('form[action$="/confidentiality"] button'));
}

/** The address of the form of a review that is open, and not in. */
export async function openReview(reviewer) {
  await reviewer.page.goto("/desk");
  const row = reviewer.page.getByRole("row").filter({ hasText: /Not begun|Draft saved/ }).filter({ hasText: "Under review" });
  return `${await row.getByRole("link").first().getAttribute("href")}/review`;
}

/** Writes a review from the rubric and hands it in; the reviewer stands on the page of the proposal. */
export async function review(reviewer, { scores, remark, committee, applicant, recommends }) {
  const { page } = reviewer;
  await reviewer.pressOn(page.getByRole("main").locator('a[href$="/review"]'));
  for (const [criterion, score] of Object.entries(scores)) {
    await reviewer.pick(page.locator(`[name="score-${criterion}"][value="${score}"]`));
  }
  await reviewer.paste(reviewer.named(`remark-${Object.keys(scores)[0]}`), remark);
  await reviewer.paste(reviewer.named("to_committee"), committee);
  await reviewer.paste(reviewer.named("to_applicant"), applicant);
  await reviewer.pick(page.locator(`[name="recommendation"][value="${recommends}"]`));
  await reviewer.pick(page.locator('[name="confidence"][value="high"]'));
  await reviewer.pressOn(page.locator('button[name="do"][value="submit"]'));
}
