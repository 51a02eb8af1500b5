// Words are counted in the browser as on the server: both are held to tests/data/words.json.

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
