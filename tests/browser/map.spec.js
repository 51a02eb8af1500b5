// Setting the point of a proposal: by searching a city, on the map, by coordinates; by keyboard, and without scripts.

import { picture } from "./lib/pictures.js";
import { openDraft } from "./lib/proposal.js";
import { DARK, FORCED_COLOURS, NARROW, WIDE, ZOOMED, expect, test } from "./lib/test.js";

const OWNER = "official@agra.example";

const saved = (person) => expect(person.page.locator("[data-status]")).toHaveText(/^Saved at \d\d:\d\d$/);
const maps = (person) => person.page.locator(".map");
const search = (person) => person.named("city-search.location");
const near = (person) => person.page.locator("[data-near]");
const at = async (person, lat, lon) => {
  await expect(person.named("location.lat")).toHaveValue(lat);
  await expect(person.named("location.lon")).toHaveValue(lon);
};

/** Opens the section with the point; answers its address. */
async function openSection(person) {
  const address = `/proposals/${await openDraft(person)}/edit/applicant`;
  await person.open(address);
  return address;
}

/** Scrolls to the point and takes a picture of it. */
async function pictureOfPoint(person, name) {
  await person.page.locator("#f-location").scrollIntoViewIfNeeded();
  await picture(person.page, name);
}

test("a city is searched by keyboard, and its place is saved", async ({ enter }) => {
  const official = await enter({ as: OWNER, look: WIDE });
  await openSection(official);
  await expect(near(official)).toHaveText("In or near Agra, India");
  await official.type(search(official), "bogo");
  const options = official.page.getByRole("listbox", { name: "Find your city" }).getByRole("option");
  await expect(options.first()).toHaveText("Bogotá, Colombia");
  await official.page.keyboard.press("ArrowDown");
  await expect(search(official)).toHaveAttribute("aria-activedescendant", "f-location-city-list-0");
  await official.look();
  await pictureOfPoint(official, "point-search-wide");
  await official.page.keyboard.press("Escape");
  await expect(options).toHaveCount(0);
  await expect(search(official)).toHaveValue("bogo");
  await official.page.keyboard.press("ArrowDown");
  await expect(options.first()).toBeVisible();
  await official.page.keyboard.press("ArrowDown");
  await official.page.keyboard.press("Enter");
  await at(official, "4.61", "-74.082");
  await expect(search(official)).toHaveValue("");
  await expect(near(official)).toHaveText("In or near Bogotá, Colombia");
  await saved(official);
  await official.page.reload();
  await at(official, "4.61", "-74.082");
});

test("the map is clicked, and the arrow keys move the point", async ({ enter }) => {
  const official = await enter({ as: OWNER, look: WIDE });
  await openSection(official);
  await expect(official.page.locator(".maps-live")).toBeVisible();
  const { width, height } = await maps(official).first().boundingBox();
  await maps(official).first().click({ position: { x: width / 2, y: (height * 84) / 144 } });
  const middle = [Number(await official.named("location.lat").inputValue()), Number(await official.named("location.lon").inputValue())];
  expect(Math.abs(middle[0]) + Math.abs(middle[1]), `near the middle: ${middle}`).toBeLessThan(3);
  await saved(official);

  await official.type(official.named("location.lat"), "10");
  await official.type(official.named("location.lon"), "20");
  await official.tabTo(maps(official).first());
  await official.page.keyboard.press("ArrowUp");
  await official.page.keyboard.press("Shift+ArrowRight");
  await at(official, "11", "30");
  await official.tabTo(maps(official).nth(1));
  await official.page.keyboard.press("ArrowDown");
  await official.page.keyboard.press("ArrowLeft");
  await at(official, "10.9", "29.9");
  await expect(near(official)).toContainText("km from");
  await official.look();
  await saved(official);
  await official.page.reload();
  await at(official, "10.9", "29.9");
});

test("coordinates are typed as people write them", async ({ enter }) => {
  const official = await enter({ as: OWNER, look: { ...NARROW, ...DARK } });
  const address = await openSection(official);
  await official.type(official.named("location.lon"), "");
  await official.type(official.named("location.lat"), "41°23′15″N 2°10′7″E");
  await expect(near(official)).toHaveText("In or near Barcelona, Spain");
  await official.page.keyboard.press("Tab");
  await at(official, "41.3875", "2.168611");
  await saved(official);
  await official.look();
  await pictureOfPoint(official, "point-narrow-dark");
  for (const language of ["fr", "es"]) {
    await official.open(`${address}?lang=${language}`);
    await pictureOfPoint(official, `point-${language}`);
  }
  for (const [name, look] of Object.entries({ zoomed: ZOOMED, wide: { ...WIDE, ...FORCED_COLOURS } })) {
    await official.page.setViewportSize(look.viewport);
    await official.page.emulateMedia({ colorScheme: "light", forcedColors: look.forcedColors ?? "none" });
    await official.look();
    await pictureOfPoint(official, `point-${name}`);
  }
  await official.page.emulateMedia({ forcedColors: "none" });
  await official.open(address.replace("/edit/applicant", "/text"));
  await picture(official.page, "point-shown");
});

test("without scripts, a button searches and the map is an image to press", async ({ enter }) => {
  const official = await enter({ as: OWNER, scripts: false, look: NARROW });
  await openSection(official);
  await official.type(search(official), "bogota");
  await official.pressOn(official.page.locator('[name="find-city"]'));
  await pictureOfPoint(official, "point-no-script");
  await official.pressOn(official.page.locator('[name="set-place"]').first());
  await at(official, "4.61", "-74.082");
  await official.page.locator(".map-press").first().click({ position: { x: 150, y: 70 } });
  await at(official, "0", "0");
  await official.look();
  await official.page.locator(".map-press").nth(1).click({ position: { x: 180, y: 70 } });
  await at(official, "-0.67", "2");
  await official.page.setViewportSize(ZOOMED.viewport);
  await official.look();
});
