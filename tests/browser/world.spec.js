// The map of the world: by keyboard, by mouse and fingers, and without scripts by links.

import { picture } from "./lib/pictures.js";
import { NARROW, WIDE, expect, test } from "./lib/test.js";

const SOUTH = "Buenos Aires and one more city: 4 Initiatives";

const room = (person) => person.page.getByRole("region", { name: "Map of the world" });
const viewBox = (person) => person.page.locator(".world-picture .world-land").getAttribute("viewBox");

/** Brings the map to the middle of the window; answers where its own middle is. */
async function middleOf(person) {
  await room(person).evaluate((element) => element.scrollIntoView({ block: "center" }));
  const { x, y, width, height } = await room(person).boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

test("the map is zoomed, moved and left by keys, and its circles lead on", async ({ enter }) => {
  const visitor = await enter({ look: WIDE });
  const { page } = visitor;
  await visitor.open("/map");
  await expect(page.locator(".world-live")).toBeVisible();
  await visitor.tabTo(room(visitor));
  await page.keyboard.press("+");
  await expect(page).toHaveURL(/\?at=12,0&zoom=1$/);
  await expect(page.locator("[data-said]")).toHaveText(/^Initiatives in this part of the map: \d+ of \d+$/);
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/\?at=12,45&zoom=1$/);
  await visitor.look();
  await page.keyboard.press("Home");
  await expect(page).toHaveURL(/\/map$/);
  await expect(room(visitor)).toBeFocused();

  await visitor.tabTo(visitor.link(SOUTH));
  await expect(page.locator("[data-caption]")).toHaveText(SOUTH);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/zoom=5$/);
  await expect(room(visitor)).toBeFocused();
  await expect(visitor.link("Buenos Aires: 3 Initiatives")).toBeVisible();
  await expect(page.locator("#world-list")).toContainText("Rosario");
  await expect(page.locator("#world-list")).not.toContainText("Berlin");
  await visitor.look();
  await picture(page, "world-near");

  await page.keyboard.press("Escape");
  await expect(page.locator("#world-list")).toBeFocused();
  await visitor.tabTo(visitor.link("Whole world"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/map$/);
  const berlin = visitor.link("Berlin: Integrated Urban Governance");
  await visitor.tabTo(berlin);
  await picture(page, "world-focus");
  await visitor.pressOn(berlin);
  await expect(page).toHaveURL(/\/initiatives\/integrated-urban-governance$/);
});

test("the lines of a circle are lit while it has the focus", async ({ enter }) => {
  const visitor = await enter({ look: WIDE });
  await visitor.open("/map");
  await visitor.tabTo(visitor.page.locator(".world-spot[aria-label^='Bogotá']"));
  await expect(visitor.page.locator(".world-tie-lit").first()).toBeAttached();
  await visitor.tabTo(visitor.page.locator(".world-spot[aria-label^='Agra']"));
  await expect(visitor.page.locator(".world-tie-lit")).toHaveCount(0);
});

test("the mouse drags the map, and its wheel zooms with a key only", async ({ enter }) => {
  const visitor = await enter({ look: WIDE });
  const { page } = visitor;
  await visitor.open("/map");
  const { x, y } = await middleOf(visitor);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 120);
  expect(await viewBox(visitor), "the wheel alone turns the page").toBe("0 0 36000 14400");
  const again = await middleOf(visitor);
  await page.mouse.move(again.x, again.y);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -120);
  await expect(page).toHaveURL(/zoom=1$/);
  await page.mouse.wheel(0, -120);
  await page.keyboard.up("Control");
  await expect(page).toHaveURL(/zoom=2$/);
  const before = page.url();
  await page.mouse.down();
  await page.mouse.move(again.x + 100, again.y + 20, { steps: 5 });
  await page.mouse.up();
  await expect(page).not.toHaveURL(before);
  await expect(page).toHaveURL(/\/map\?at=[-\d.]+,-\d[\d.]*&zoom=2$/);
  await visitor.look();
});

test("two fingers zoom the map", async ({ enter }) => {
  const visitor = await enter({ look: { ...NARROW, hasTouch: true } });
  const { page } = visitor;
  await visitor.open("/map");
  await expect(page.locator(".world-live")).toBeVisible();
  const { x, y } = await middleOf(visitor);
  const screen = await page.context().newCDPSession(page);
  const touch = (type, apart) => {
    const fingers = [x - apart, x + apart].map((at, id) => ({ x: at, y, id }));
    return screen.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : fingers });
  };
  await touch("touchStart", 30);
  for (const apart of [45, 60, 80, 100, 120]) {
    await touch("touchMove", apart);
  }
  await touch("touchEnd", 120);
  await expect(page).toHaveURL(/zoom=2$/);
  await visitor.look();
  await picture(page, "world-narrow");
});

test("without scripts the map is moved by links, and keeps what narrows it", async ({ enter }) => {
  const visitor = await enter({ scripts: false, look: WIDE });
  const { page } = visitor;
  await visitor.open("/map");
  await visitor.press("Zoom in");
  await expect(page).toHaveURL(/\?at=12,0&zoom=1$/);
  await visitor.press("Move right");
  await visitor.press("Whole world");
  await expect(page).toHaveURL(/\/map$/);
  await visitor.press(SOUTH);
  await expect(page).toHaveURL(/zoom=5$/);
  await expect(visitor.link("Buenos Aires: 3 Initiatives")).toBeVisible();
  await visitor.open("/map?country=AR&at=-34.6,-58.38&zoom=3");
  await visitor.press("Zoom out");
  await expect(page).toHaveURL(/\/map\?country=AR&at=[-.\d]+,[-.\d]+&zoom=2$/);
  await visitor.press("Sustainable Mobility");
  await expect(page).toHaveURL(/\/initiatives\/sustainable-mobility$/);
});

test("the land is drawn, with scripts and without", async ({ enter }) => {
  const visitor = await enter({ look: WIDE });
  const without = await enter({ scripts: false, look: WIDE });
  for (const address of ["/", "/map", "/initiatives?view=map"]) {
    await visitor.open(address);
    await expect(visitor.page.locator("use[data-later]").first()).toHaveAttribute("href", /\.svg#/);
    await without.open(address);
    // It comes from another file: only when that has come has it a size.
    const land = without.page.locator('noscript use[href$="world.svg#land"]');
    await expect.poll(async () => (await land.boundingBox())?.width ?? 0).toBeGreaterThan(100);
  }
  // Beside an Initiative the stylesheet draws it.
  for (const { page } of [visitor, without]) {
    const [land] = await Promise.all([page.waitForResponse(/\/map\/world\.svg$/), page.goto("/initiatives/green-ways")]);
    expect(land.status()).toBe(200);
  }
});
