// The letters of a demo, as anyone reads them at /demo/mail.

import { expect } from "@playwright/test";

/** The letters to this address whose subject is so. */
export function letters(reader, to, subject) {
  const rows = reader.page.getByRole("listitem").filter({ hasText: to });
  return rows.getByRole("link", { name: subject });
}

/** Opens the newest letter to this address whose subject is so. */
export async function openLetter(reader, to, subject) {
  await reader.open("/demo/mail");
  await expect(letters(reader, to, subject).first(), `a letter to ${to} about ${subject}`).toBeVisible();
  await reader.pressOn(letters(reader, to, subject).first());
}

/** Follows the link of the letter that is open, whose address is so. */
export async function follow(reader, address) {
  await reader.pressOn(reader.page.getByRole("main").getByRole("link", { name: address }));
}
