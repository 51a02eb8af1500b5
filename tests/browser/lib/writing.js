// What a person who writes sees of it, and what lies where.

import { expect } from "./test.js";

/** What the bar below the form says. */
export const status = (person) => person.page.locator("[data-status]");

export const saved = (person) => expect(status(person)).toHaveText(/^Saved at \d\d:\d\d$/);

/** The two texts of a field that met. */
export const clash = (person, field) => person.page.locator(`[data-clash="${field}"]`);

/** What the server holds, as another look at the page shows it. */
export async function stored(person, address, name) {
  const response = await person.page.request.get(address);
  return person.page.evaluate(
    ([html, wanted]) => new DOMParser().parseFromString(html, "text/html").querySelector(`[name="${wanted}"]`).value,
    [await response.text(), name],
  );
}

/** How many copies the browser keeps, of whomever. */
export const kept = (person) =>
  person.page.evaluate(
    () =>
      new Promise((answer) => {
        const request = indexedDB.open("initiatives", 1);
        request.onsuccess = () => {
          const count = request.result.transaction("kept").objectStore("kept").count();
          count.onsuccess = () => answer(count.result);
        };
      }),
  );
