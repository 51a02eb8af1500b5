// How one comes to an account, and back to it: through a letter, by keyboard alone. Every page that comes is inspected.

import { follow, openLetter } from "./lib/letters.js";
import { NARROW, WIDE, expect, test } from "./lib/test.js";

const NEW = "reviewer4@jury.example";
const PASSWORD = "four rivers and a bridge";

test("someone is invited to review, sets a password, and finds an empty desk", async ({ enter }) => {
  const secretariat = await enter({ as: "secretariat@metropolis.example", look: WIDE });
  await secretariat.open("/desk/people");
  await secretariat.press("Invite someone");
  await secretariat.type(secretariat.named("email"), NEW);
  await secretariat.type(secretariat.named("name"), "Reviewer Four");
  await secretariat.pick("Reviewer");
  await secretariat.press("Send invitation");
  await expect(secretariat.page.getByRole("main")).toContainText("The invitation is on its way.");

  const invited = await enter({ look: NARROW });
  await openLetter(invited, NEW, "Your invitation");
  await follow(invited, /\/invitations\//);
  await invited.type(invited.named("password"), PASSWORD);
  await invited.press("Accept the invitation");
  await invited.open("/desk");
  await expect(invited.page.getByRole("main")).toContainText("Nothing to review yet");
});

test("someone who forgot the password sets a new one through a letter", async ({ enter }) => {
  const official = await enter({ look: NARROW });
  await official.open("/login");
  await official.pressOn(official.page.locator('a[href="/password-reset"]'));
  await official.type(official.named("email"), "editor@agra.example");
  await official.pressOn(official.page.getByRole("main").getByRole("button"));
  await openLetter(official, "editor@agra.example", /password/i);
  await follow(official, /\/password-reset\//);
  await official.type(official.named("password"), PASSWORD);
  await official.pressOn(official.page.getByRole("main").getByRole("button"));
  await official.open("/login");
  await official.type(official.named("email"), "editor@agra.example");
  await official.type(official.named("password"), PASSWORD);
  await official.pressOn(official.page.getByRole("main").getByRole("button"));
  await official.open("/proposals");
  await expect(official.page.getByRole("main")).toContainText("Courtyard Desks");
});
