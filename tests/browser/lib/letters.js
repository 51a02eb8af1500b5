// The letters of a demo, as anyone reads them at /demo/mail.

import { expect } from "@playwright/test";

/** The letters to this address whose subject is so, of a list of letters. */
export function letters(reader, to, subject) {
  const rows = reader.page.getByRole("listitem").filter({ hasText: to });
  return rows.getByRole("link", { name: subject });
}

/** Where the letters to one address are, whatever others were sent. */
export const listOf = (to) => `/demo/mail?to=${encodeURIComponent(to)}`;

/** Opens the newest letter to this address whose subject is so. */
export async function openLetter(reader, to, subject) {
  await reader.open(listOf(to));
  await expect(letters(reader, to, subject).first(), `a letter to ${to} about ${subject}`).toBeVisible();
  await reader.pressOn(letters(reader, to, subject).first());
}

/** The same once it is there: many are told by the worker, batch by batch. */
export async function awaitLetter(reader, to, subject) {
  await expect(async () => {
    await reader.page.goto(listOf(to));
    await expect(letters(reader, to, subject).first(), `a letter to ${to} about ${subject}`).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await openLetter(reader, to, subject);
}

/** Follows the link of the letter that is open, whose address is so. */
export async function follow(reader, address) {
  await reader.pressOn(reader.page.getByRole("main").getByRole("link", { name: address }));
}
