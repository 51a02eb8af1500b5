// A visitor without an account writes to the secretariat about an Initiative. With scripts the browser proves by work that it is no
// machine for unwanted mail, while one writes; without, a letter asks. Every page is inspected; each goes by keyboard.

import { awaitLetter } from "./lib/letters.js";
import { lookAt } from "./lib/looks.js";
import { NARROW, WIDE, expect, test } from "./lib/test.js";

const EMAIL = "ana@rosario.example";
const SECRETARIAT = "secretariat@metropolis.example";
const TEXT = "We run school streets of our own, and would like to join yours.";

const heading = (person) => person.page.getByRole("heading", { level: 1 });

/** Fills in the form about an Initiative, which knows what one comes for. */
async function write(visitor) {
  await visitor.open("/contact?initiative=green-ways");
  await expect(visitor.page.getByRole("radio", { name: "Joining an Initiative" })).toBeChecked();
  await visitor.type(visitor.named("name"), "Ana Díaz");
  await visitor.type(visitor.named("email"), EMAIL);
  await visitor.paste(visitor.named("message"), TEXT);
}

/** The secretariat finds the message at the desk, notes that it has answered, and thinks again. */
async function answer(secretariat) {
  await secretariat.open("/desk/messages");
  const message = secretariat.page.getByRole("article").filter({ hasText: TEXT });
  await expect(message).toContainText("Green Ways");
  await secretariat.pressOn(message.getByRole("button", { name: /^Mark as answered/ }));
  await expect(message).toContainText(/Answered on/);
  await secretariat.pressOn(message.getByRole("button", { name: /^Mark as not answered/ }));
  await expect(message).toContainText("Not answered");
}

test("a visitor writes by keyboard, and waits for no picture", async ({ enter }) => {
  test.slow();
  const visitor = await enter({ look: NARROW });
  await write(visitor);
  // What is wrong is said, what was typed stays, and the page works anew.
  await visitor.type(visitor.named("email"), "ana");
  await visitor.press("Send");
  await expect(visitor.page.getByRole("alert")).toContainText("Write an email address");
  await expect(visitor.named("message")).toHaveValue(TEXT);
  await visitor.type(visitor.named("email"), EMAIL);
  await visitor.press("Send");
  await expect(heading(visitor)).toHaveText("Thank you for your message");

  const reader = await enter({ look: WIDE });
  await awaitLetter(reader, SECRETARIAT, /Ana Díaz writes: Joining an Initiative/);
  await answer(await enter({ as: SECRETARIAT, look: WIDE }));
});

test("what is typed stays when the language is changed", async ({ enter }) => {
  const visitor = await enter({ look: WIDE });
  await write(visitor);
  await visitor.pressOn(visitor.page.locator('.languages a[hreflang="fr"]'));
  await expect(visitor.page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(visitor.page).toHaveURL(/initiative=green-ways/);
  await expect(visitor.named("name")).toHaveValue("Ana Díaz");
  await expect(visitor.named("email")).toHaveValue(EMAIL);
  await expect(visitor.named("message")).toHaveValue(TEXT);
});

test("whoever presses before the work is done has only to wait", async ({ enter }) => {
  const visitor = await enter({ look: WIDE });
  // The work ends when the test says so.
  await visitor.page.addInitScript(() => {
    const digest = crypto.subtle.digest.bind(crypto.subtle);
    const go = new Promise((end) => (globalThis.goOn = end));
    crypto.subtle.digest = async (...what) => {
      await go;
      return digest(...what);
    };
  });
  await write(visitor);
  await visitor.tabTo(visitor.button("Send"));
  await visitor.page.keyboard.press("Enter");
  await expect(visitor.page.getByRole("status").filter({ hasText: "about to be sent" })).toBeVisible();
  await visitor.look();
  await visitor.page.evaluate(() => globalThis.goOn());
  await expect(heading(visitor)).toHaveText("Thank you for your message", { timeout: 30_000 });
});

test("a visitor without JavaScript confirms the message by the mail", async ({ enter }) => {
  test.slow();
  const visitor = await enter({ look: NARROW, scripts: false });
  await write(visitor);
  // Playwright reads no text within `noscript`.
  const told = visitor.page.locator("noscript p");
  await expect(told).toBeVisible();
  await expect(told).toContainText("Your browser runs no scripts here.");
  await visitor.press("Send");
  await expect(heading(visitor)).toHaveText("Please look into your mailbox");

  const reader = await enter({ look: WIDE });
  await awaitLetter(reader, EMAIL, /Please confirm: your message/);
  const link = reader.page.getByRole("main").locator('a[href*="/contact/"]').first();
  const waiting = new URL(await link.getAttribute("href"), reader.page.url()).pathname;
  await lookAt(await enter(), { "contact-waiting": waiting });
  await visitor.open(waiting);
  await expect(visitor.page.getByText(TEXT)).toBeVisible();
  await visitor.press("Send this message : Joining an Initiative");
  await expect(visitor.page.getByText("Your message has arrived.").first()).toBeVisible();
  await awaitLetter(reader, EMAIL, /Your message has arrived/);
  await answer(await enter({ as: SECRETARIAT, look: WIDE, scripts: false }));
});
