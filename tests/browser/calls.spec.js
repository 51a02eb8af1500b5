// The secretariat speaks to cities about a call: answers on its page, and letters to all who hold drafts. By keyboard, with
// and without scripts.

import { awaitLetter } from "./lib/letters.js";
import { NARROW, WIDE, expect, test } from "./lib/test.js";

const DESK = "/desk/calls/example-open";
const SECRETARIAT = "secretariat@metropolis.example";

/** Types a text in each language. */
async function type(person, name, texts) {
  for (const [language, text] of Object.entries(texts)) await person.paste(person.named(`${name}_${language}`), text);
}

for (const scripts of [true, false]) {
  const how = scripts ? "" : ", without scripts";

  test(`a question is answered on the page of the call, and the answers are put in order${how}`, async ({ enter }) => {
    test.slow();
    const secretariat = await enter({ as: SECRETARIAT, scripts, look: scripts ? WIDE : NARROW });
    await secretariat.open(DESK);
    await secretariat.press("Questions and answers");
    await type(secretariat, "question", { en: "May we apply by mail?", fr: "Par la poste ?", es: "¿Por correo?" });
    await type(secretariat, "answer", { en: "Yes:\n\n- in **time**", fr: "Oui.", es: "Sí." });
    await secretariat.press("Publish");
    await secretariat.press("Move up: May we apply by mail?");
    await secretariat.press("Move up: May we apply by mail?");

    const visitor = await enter({ scripts, look: NARROW });
    await visitor.open("/calls/example-open");
    const answers = visitor.page.getByRole("region", { name: "Questions and answers" });
    await expect(answers.getByRole("heading", { level: 3 }).first()).toHaveText("May we apply by mail?");
    await expect(answers.getByRole("listitem").first()).toHaveText("in time");
    await visitor.pressOn(answers.getByRole("link", { name: /^Link to this answer May we apply by mail/ }));
    await expect(visitor.page).toHaveURL(/#answer-/);

    await secretariat.press("Edit May we apply by mail?");
    await secretariat.paste(secretariat.named("answer_en"), "Not any more.");
    await secretariat.press("Save");
    await secretariat.press("Remove May we apply by mail?");
    await expect(secretariat.page.getByRole("main")).toContainText("Not any more.");
    await secretariat.press("Remove answer");
    await visitor.open("/calls/example-open");
    await expect(visitor.page.getByRole("main")).not.toContainText("May we apply by mail?");
  });

  test(`a letter to all whose proposals are drafts is looked at, changed and sent${how}`, async ({ enter }) => {
    test.slow();
    const secretariat = await enter({ as: SECRETARIAT, scripts, look: scripts ? WIDE : NARROW });
    await secretariat.open(DESK);
    await secretariat.press("Write to applicants");
    await secretariat.tick(secretariat.page.locator('[name="states"][value="draft"]'));
    await type(secretariat, "subject", { en: "Sums mended", fr: "Sommes corrigées", es: "Sumas corregidas" });
    await type(secretariat, "text", { en: "One.\n\nTwo,\nthree.", fr: "Un.", es: "Uno." });
    await secretariat.press("Preview");
    await expect(secretariat.page.frameLocator("iframe").first().getByRole("blockquote")).toContainText("Two,");
    await secretariat.press("Change");
    await expect(secretariat.named("text_en")).toHaveValue("One.\n\nTwo,\nthree.");
    await secretariat.paste(secretariat.named("subject_en"), "The sums are mended");
    await secretariat.press("Preview");
    await secretariat.pressOn(secretariat.page.getByRole("button", { name: /^Send to \d+ people/ }));
    await expect(secretariat.page.getByRole("main")).toContainText("The sums are mended");

    const reader = await enter({ look: WIDE });
    await awaitLetter(reader, "official@agra.example", "The sums are mended");
    await expect(reader.page.locator("p.written")).toContainText("> One.\n>\n> Two,\n> three.");
  });
}
