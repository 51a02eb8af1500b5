// The secretariat adds a publication with a cover and a file, corrects what was wrong, puts it in order, changes and hides it;
// everybody reads it. By keyboard, with and without scripts.

import { readFile } from "node:fs/promises";

import { NARROW, WIDE, expect, test } from "./lib/test.js";

const SECRETARIAT = "secretariat@metropolis.example";
const TITLE = "A study of walking";
const TITLES = { en: TITLE, fr: "Une étude de la marche", es: "Un estudio del caminar" };
const SUMMARIES = { en: "How cities are walked.", fr: "Comment on marche en ville.", es: "Cómo se camina en las ciudades." };

const file = async (name, mimeType, from) => {
  const buffer = await readFile(new URL(`../../seeds/demo/files/${from}`, import.meta.url));
  return { name, mimeType, buffer };
};

/** The titles on the public page, in their order. */
const titles = (person) => person.page.getByRole("article").getByRole("heading", { level: 2 });

for (const scripts of [true, false]) {
  test(`a publication is added, read, changed and hidden${scripts ? "" : ", without scripts"}`, async ({ enter }) => {
    test.slow();
    const secretariat = await enter({ as: SECRETARIAT, scripts, look: scripts ? WIDE : NARROW });
    await secretariat.open("/publications");
    await secretariat.press("Edit publications");
    for (const [language, title] of Object.entries(TITLES)) {
      await secretariat.paste(secretariat.named(`title_${language}`), title);
      await secretariat.paste(secretariat.named(`summary_${language}`), SUMMARIES[language]);
    }
    await secretariat.type(secretariat.named("year"), "2015");
    await secretariat.paste(secretariat.named("initiatives"), "MI-2014-016 and what I think of it\nGreen Ways");
    await secretariat.attach(secretariat.named("cover"), await file("cover.png", "image/png", "shore.png"));
    await secretariat.attach(secretariat.named("file_en"), await file("study.pdf", "application/pdf", "letter.pdf"));
    await secretariat.press("Publish and tell");

    // What is wrong is said, and what was typed and sent stays.
    const summary = secretariat.page.getByRole("alert");
    await expect(summary).toContainText("“Green Ways” names no Initiative.");
    await expect(secretariat.named("title_fr")).toHaveValue(TITLES.fr);
    await expect(secretariat.page.getByText("Received: study.pdf")).toBeVisible();
    await secretariat.paste(secretariat.named("initiatives"), "MI-2014-016");
    await secretariat.press("Publish and tell");
    await expect(secretariat.page.getByText("The publication is added.")).toBeVisible();

    const visitor = await enter({ scripts, look: scripts ? NARROW : WIDE });
    await visitor.open("/publications");
    await expect(titles(visitor).last()).toHaveText(TITLE);
    await visitor.press(TITLE);
    const { page } = visitor;
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
    const cover = page.locator("img.publication-cover");
    await expect.poll(() => cover.evaluate((image) => image.complete && image.naturalWidth)).toBeGreaterThan(0);
    const link = page.getByRole("link", { name: /^English \(PDF, / });
    const answer = await page.request.get(await link.getAttribute("href"));
    expect(answer.headers()["content-type"]).toBe("application/pdf");
    const read = page.url();
    await visitor.pressOn(page.getByRole("main").getByRole("link", { name: /Green Ways/ }));
    await expect(page).toHaveURL(/\/initiatives\/green-ways/);

    await secretariat.press(`Move up: ${TITLE}`);
    await secretariat.press(`Edit : ${TITLE}`);
    await secretariat.paste(secretariat.named("summary_en"), "How cities are walked, and by whom.");
    await secretariat.tick(secretariat.named("cover_gone"));
    await secretariat.press("Save");
    await expect(secretariat.page.getByText("The publication is saved.")).toBeVisible();
    await visitor.open("/publications");
    await expect(titles(visitor).last()).not.toHaveText(TITLE);
    await visitor.press(TITLE);
    await expect(page.getByRole("main")).toContainText("and by whom.");
    await expect(page.locator(".cover-drawn")).toBeVisible();

    await secretariat.press(`Hide : ${TITLE}`);
    await expect(secretariat.page.getByText("The publication is hidden.")).toBeVisible();
    expect((await page.goto(read)).status()).toBe(404);
    await secretariat.press(`Show : ${TITLE}`);
    await visitor.open(read);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  });
}
