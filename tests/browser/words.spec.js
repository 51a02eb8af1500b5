// Words are counted and amounts are read in the browser as on the server: both are held to tests/data/words.json and
// tests/data/money.json.

import { readFile } from "node:fs/promises";

import { expect, test } from "@playwright/test";

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");

test("words and characters are counted as the shared table says", async ({ page }) => {
  const source = await read("assets/js/words.js");
  const cases = JSON.parse(await read("tests/data/words.json"));
  const counted = await page.evaluate(
    async ([module, texts]) => {
      const { countWords, countChars } = await import(module);
      return texts.map((text) => ({ words: countWords(text), chars: countChars(text) }));
    },
    [`data:text/javascript,${encodeURIComponent(source)}`, cases.map(({ text }) => text)],
  );
  for (const [place, { words, chars, why }] of cases.entries()) {
    expect(counted[place], why).toEqual({ words, chars });
  }
});

test("amounts are read as the shared table says, and shown as the server shows them", async ({ page }) => {
  const source = await read("assets/js/money.js");
  const cases = JSON.parse(await read("tests/data/money.json"));
  const found = await page.evaluate(
    async ([module, typed]) => {
      const { parseCents, showCents } = await import(module);
      return { read: typed.map(parseCents), shown: ["en", "fr", "es"].map((language) => showCents(123450, language)) };
    },
    [`data:text/javascript,${encodeURIComponent(source)}`, cases.map(({ typed }) => typed)],
  );
  for (const [place, { typed, cents }] of cases.entries()) {
    expect(found.read[place], typed).toBe(cents);
  }
  expect(found.shown).toEqual(["€1,234.50", "1\u202f234,50\u00a0€", "1.234,50\u00a0€"]);
});
