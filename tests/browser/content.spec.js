// The secretariat changes what a public page says: the preview follows, what is missing in a language is told, and visitors read
// it at once; then the page goes back to the words of the service. Once by keyboard with scripts, once without any.

import { NARROW, WIDE, expect, test } from "./lib/test.js";

const HOUSE = "secretariat@metropolis.example";
const FORM = "/admin/content/accessibility";

for (const scripts of [true, false]) {
  test(`what a public page says is changed, ${scripts ? "by keyboard" : "without JavaScript"}`, async ({ enter }) => {
    test.slow();
    const house = await enter({ as: HOUSE, look: scripts ? WIDE : NARROW, scripts });
    const title = house.named("accessibility.title.en");
    const text = house.named("accessibility.text.en");
    const preview = house.page.locator("#look");
    // With scripts the preview follows the writing; without, a button asks for it.
    const look = async () => {
      if (!scripts) await house.press("Look at it");
    };
    await house.open("/admin/content");
    await house.pressOn(house.page.getByRole("main").locator(`a[href="${FORM}"]`));
    await expect(house.page.getByRole("heading", { level: 1 })).toHaveText("Accessibility");

    await house.type(title, "For everybody");
    await house.paste(text, "We try **hard**.\n\n# How\n\n- by testing\n- by [asking you](/contact)\n\n<b>Not bold</b>");
    await look();
    await expect(preview.getByRole("heading", { name: "How", exact: true })).toBeVisible();
    await expect(preview.getByRole("listitem").filter({ hasText: "by testing" })).toBeVisible();
    await expect(preview.getByRole("link", { name: "asking you" })).toHaveAttribute("href", "/contact");
    await expect(preview).toContainText("<b>Not bold</b>");
    await expect(title).toHaveValue("For everybody");
    await house.look();

    // A text stands in all languages.
    await house.type(house.named("accessibility.title.es"), " ");
    await look();
    await expect(preview).toContainText("Title (Español): Please write it in this language, too.");
    await house.type(house.named("accessibility.title.es"), "Para todos");
    await house.press("Save");
    await expect(house.page.getByText("The texts are saved.").first()).toBeVisible();
    await expect(house.page.getByRole("heading", { name: "Version 1" })).toBeVisible();

    const visitor = await enter({ look: NARROW, scripts });
    await visitor.open("/accessibility");
    await expect(visitor.page.getByRole("heading", { level: 1 })).toHaveText("For everybody");
    await expect(visitor.page.getByRole("heading", { level: 2 }).first()).toHaveText("How");
    await visitor.open("/accessibility?lang=es");
    await expect(visitor.page.getByRole("heading", { level: 1 })).toHaveText("Para todos");

    await house.press("Begin from this version 1");
    await expect(house.page.getByText("The form holds version 1.").first()).toBeVisible();
    await house.press("Save");
    await expect(house.page.getByText("Nothing was different").first()).toBeVisible();
    const back = house.page.locator('button[name="act"][value="reset"]');
    if (scripts) {
      await house.tabTo(back);
      await house.page.keyboard.press("Enter");
      await house.press("Yes, go on");
    } else {
      await house.pressOn(back);
    }
    await expect(house.page.getByText("The page has the usual words of the service again.").first()).toBeVisible();
    await visitor.open("/accessibility?lang=en");
    await expect(visitor.page.getByRole("heading", { level: 1 })).toHaveText("Accessibility");
  });
}
