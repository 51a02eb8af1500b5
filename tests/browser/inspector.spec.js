// The inspector itself, tried on small pages: what it exists to find, it finds.

import { expect, test as plain } from "@playwright/test";

import { inspect } from "./lib/inspect.js";
import { Person } from "./lib/person.js";

const test = plain.extend({
  /** Shows `body` in a page that is otherwise in order. */
  show: async ({ page }, use) => {
    await use(async (body, style = "", html = 'lang="en"') => {
      await page.setContent(
        `<!doctype html><html ${html}><head><title>A page</title><style>${style}</style></head><body>${body}</body></html>`,
      );
      return new Person(page);
    });
  },
});

const GOOD = `<main><h1>Proposals</h1>
  <p><label for="a">Title</label> <input id="a" name="a"></p>
  <p><button>Save</button></p></main>`;

test("a page in order passes", async ({ page, show }) => {
  await show(GOOD);
  await inspect(page);
});

const CRAMPED = "button { width: 12px; height: 12px; padding: 0; margin: 0; overflow: hidden }";

for (const [fault, body, style, html] of [
  ["a field without a label", GOOD.replace('<label for="a">Title</label>', "")],
  ["pale text", GOOD, "h1 { color: #bbb }"],
  ["no language", GOOD, "", ""],
  ["a language that the service does not speak", GOOD, "", 'lang="de"'],
  ["a second main heading", GOOD.replace("</main>", "<h1>More</h1></main>")],
  ["something wider than the window", GOOD, "h1 { width: 200vw }"],
  ["small targets side by side", GOOD.replace("</button>", "</button><button>X</button>"), CRAMPED],
]) {
  test(`${fault} is found`, async ({ page, show }) => {
    await show(body, style, html);
    await expect(inspect(page)).rejects.toThrow();
  });
}

test("a rule that is asked for alone is asked, and no other", async ({ page, show }) => {
  await show(GOOD.replace('<label for="a">Title</label>', ""), "@media (prefers-color-scheme: dark) { h1 { color: #bbb } }");
  await expect(inspect(page)).rejects.toThrow(/label/);
  await inspect(page, { only: ["color-contrast"] });
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(inspect(page, { only: ["color-contrast"] })).rejects.toThrow(/color-contrast/);
});

test("a person reaches what Tab reaches", async ({ page, show }) => {
  const person = await show(GOOD);
  await person.type("Title", "Green Ways");
  await expect(page.getByLabel("Title")).toHaveValue("Green Ways");
});

test("a person does not reach what only a mouse can", async ({ show }) => {
  const person = await show(GOOD.replace("<button>", '<button tabindex="-1">'));
  await expect(person.tabTo(person.button("Save"))).rejects.toThrow(/Tab never reaches/);
});

test("focus under a sticky bar is found", async ({ show }) => {
  const bar = '<div class="bar">Unsaved</div>';
  const person = await show(GOOD + bar, ".bar { position: fixed; inset: 0; background: white }");
  await expect(person.tabTo(person.button("Save"))).rejects.toThrow(/under something else/);
});

test("a button that leads nowhere is found", async ({ show }) => {
  const person = await show(GOOD);
  await expect(person.press("Save")).rejects.toThrow(/led nowhere/);
});
