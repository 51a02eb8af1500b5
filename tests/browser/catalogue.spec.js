// A visitor searches the Initiatives, narrows them, looks at them as a list and on the map, reads one, comes to its city and
// follows it; the secretariat corrects and translates what is published, and it is read in French. By keyboard, with and without
// scripts.

import { addressOf } from "./lib/looks.js";
import { NARROW, WIDE, expect, test } from "./lib/test.js";

const SECRETARIAT = "secretariat@metropolis.example";
const ALLIANCE = "Water and Cities Alliance";

const AIM = "A city that everybody can cross on foot or by bicycle, along green ways.";
const FRENCH = {
  title: "Plan des voies vertes de la région métropolitaine 2014-2021",
  short_title: "Voies vertes",
  aim: "Une ville que chacun peut traverser à pied ou à vélo, le long de voies vertes.",
};

for (const scripts of [true, false]) {
  const how = scripts ? "by keyboard" : "without JavaScript";

  test(`a visitor finds an Initiative and follows its city, ${how}`, async ({ enter }) => {
    test.slow();
    const visitor = await enter({ scripts, look: scripts ? WIDE : NARROW });
    const { page } = visitor;
    const main = page.getByRole("main");
    const cards = main.getByRole("article");
    const within = (name) => page.getByRole("navigation", { name, exact: true });
    const theme = within("Narrow the list").getByRole("link", { name: /^Sustainability/ });
    // In a narrow window what was found comes first, and what narrows it is opened.
    const openNarrowing = async () => {
      if (scripts) return;
      await expect(theme).toBeHidden();
      await visitor.tabTo(main.locator("summary", { hasText: "Narrow the list" }));
      await page.keyboard.press("Enter");
    };

    await visitor.open("/initiatives");
    const all = await cards.count();
    await openNarrowing();
    await visitor.pressOn(theme);
    await expect(page).toHaveURL(/[?&]theme=sustainability/);
    await openNarrowing();
    await expect(theme).toHaveAttribute("aria-current", "true");
    const narrowed = await cards.count();
    expect(narrowed).toBeLessThan(all);
    await expect(main.getByRole("link", { name: ALLIANCE, exact: true })).toBeVisible();

    await visitor.pressOn(within("View").getByRole("link", { name: "Map", exact: true }));
    await expect(page).toHaveURL(/[?&]view=map/);
    await expect(page.locator(".world-picture")).toBeVisible();
    await expect(page.locator("#world-list").getByRole("link", { name: ALLIANCE, exact: true })).toBeVisible();
    await visitor.pressOn(within("View").getByRole("link", { name: "List", exact: true }));
    await expect(cards).toHaveCount(narrowed);

    await visitor.pressOn(main.getByRole("link", { name: /^Sustainability.*take this filter away/ }));
    await expect(page).not.toHaveURL(/theme=/);
    await expect(cards).toHaveCount(all);

    // Who cannot type an accent finds the city all the same.
    await visitor.type(visitor.named("q"), "bogota");
    await visitor.press("Search");
    await expect(cards).toHaveCount(1);
    await expect(main.locator("mark").first()).toHaveText("Bogotá");
    await expect(visitor.named("q")).toHaveValue("bogota");

    await visitor.press(ALLIANCE);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(ALLIANCE);
    await visitor.pressOn(main.locator('a[href="/initiatives/cities/co-bogota"]'));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bogotá");
    await expect(main.getByRole("link", { name: ALLIANCE, exact: true })).toBeVisible();
    await visitor.press("Follow Bogotá");
    await expect(page.getByRole("checkbox", { name: /Bogotá/ })).toBeChecked();
  });

  test(`what is published is corrected and translated, ${how}`, async ({ enter }) => {
    test.slow();
    const secretariat = await enter({ as: SECRETARIAT, scripts, look: scripts ? WIDE : NARROW });
    const french = secretariat.page
      .getByRole("navigation", { name: "Languages of the text" })
      .getByRole("link", { name: /^Français/ });
    await secretariat.open(await addressOf(secretariat, "/desk?state=approved", /Green Ways/));
    await secretariat.press("Edit the published text");

    // Without a reason nothing is corrected, and what was typed stays.
    await secretariat.paste(secretariat.named("aim"), AIM);
    await secretariat.press("Publish the text");
    await expect(secretariat.page.getByRole("alert")).toContainText("Say why the text is corrected.");
    await expect(secretariat.named("aim")).toHaveValue(AIM);
    await secretariat.type(secretariat.named("note"), "As the city asked");
    await secretariat.press("Publish the text");
    await expect(secretariat.page.getByText("The text is published.")).toBeVisible();

    await expect(french).toContainText("Not translated");
    await secretariat.pressOn(french);
    await expect(secretariat.page.getByRole("main")).toContainText(AIM);
    for (const [name, text] of Object.entries(FRENCH)) await secretariat.paste(secretariat.named(name), text);
    await secretariat.press("Publish the text");
    await expect(secretariat.page.getByText("The text is published.")).toBeVisible();
    await expect(french).toContainText("Translated");

    const visitor = await enter({ scripts, look: scripts ? NARROW : WIDE });
    const main = visitor.page.getByRole("main");
    const heading = visitor.page.getByRole("heading", { level: 1 });
    await visitor.open("/initiatives?lang=fr");
    await visitor.type(visitor.named("q"), "voies vertes");
    await visitor.press("Rechercher");
    const card = main.getByRole("article").filter({ hasText: FRENCH.short_title });
    await expect(card.locator("mark").first()).toHaveText("Voies");
    await visitor.press(FRENCH.short_title);
    await expect(heading).toHaveText(FRENCH.title);
    await expect(heading).toHaveAttribute("lang", "fr");
    await expect(main).toContainText(FRENCH.aim);
    await expect(main).toContainText("Ce qui n’est pas traduit figure en anglais");
    await visitor.open("/initiatives/green-ways?lang=en");
    await expect(heading).toContainText("Green Ways");
    await expect(main).toContainText(AIM);
  });
}
