// Every kind of page, as different people see it: wide and narrow, by day and by night, enlarged, with forced colours, in three
// languages, with JavaScript off. Each is inspected; `tests/run browser` leaves pictures in target/browser/pictures.

import { addressOf, firstOnDesk, lookAt, readIn } from "./lib/looks.js";
import { PUBLIC } from "./lib/pages.js";
import { NARROW, WIDE, expect, test } from "./lib/test.js";

/** By sign-in: the pages behind it. */
const BEHIND = {
  "official@agra.example": async (official) => {
    const proposal = await addressOf(official, "/proposals", /Courtyard Desks/);
    return {
      proposals: "/proposals",
      "proposal-start": "/proposals/new",
      proposal,
      section: `${proposal}/edit/content`,
      check: `${proposal}/check`,
      account: "/account",
      notices: "/account/notices",
    };
  },
  "reviewer1@jury.example": async (reviewer) => {
    const open = await firstOnDesk(reviewer, "under_review");
    const returned = await firstOnDesk(reviewer, "returned");
    return { "reviewer-desk": "/desk", "reviewer-proposal": open, review: `${open}/review`, "review-closed": `${returned}/review`, confidentiality: "/desk/calls/example-open/confidentiality", profile: await addressOf(reviewer, "/desk", "Your languages and themes") };
  },
  "secretariat@metropolis.example": async (secretariat) => {
    const proposal = await addressOf(secretariat, "/desk", /Streets with Names/);
    const submitted = (await firstOnDesk(secretariat, "submitted")).split("/").at(-1);
    const initiative = await addressOf(secretariat, "/desk?state=approved", /Green Ways/);
    return {
      desk: "/desk",
      "desk-all-columns": "/desk?cols=reference.state.theme.country.call.reviews.total.gap.changed",
      "desk-proposal": proposal,
      "decision-approve": await addressOf(secretariat, proposal, "Approve"),
      "decision-refuse": await addressOf(secretariat, proposal, "Do not select"),
      return: await addressOf(secretariat, proposal, "Return for changes"),
      withdraw: await addressOf(secretariat, proposal, "Withdraw"),
      "desk-bulk": `/desk/bulk/eligibility?sel=${proposal.split("/").at(-1)}.${submitted}`,
      "desk-tags": "/desk/tags",
      "desk-views": "/desk/views",
      partners: `${proposal}/partners`,
      subscribers: "/desk/subscribers",
      "subscribers-import": "/desk/subscribers/import",
      messages: "/desk/messages",
      "public-text": `${initiative}/public-text`,
      "public-text-translation": `${initiative}/public-text?language=fr`,
      news: `${initiative}/news`,
      "publication-add": "/desk/publications",
      "publication-edit": "/desk/publications/integrated-urban-governance/edit",
      people: "/desk/people",
      "people-new": "/desk/people/new",
      person: await addressOf(secretariat, "/desk/people", /Reviewer One/),
      organisations: "/desk/organisations",
      organisation: "/desk/organisations/agra",
      "desk-calls": "/desk/calls",
      "desk-call": "/desk/calls/example-open",
      phases: "/desk/calls/example-under-review/phases",
      assignments: "/desk/calls/example-under-review/assignments",
      plan: "/desk/calls/example-under-review/assignments/plan?reviews=3",
      progress: "/desk/calls/example-under-review/progress",
      statistics: "/desk/calls/example-under-review/statistics",
      portfolio: "/desk/calls/example-under-review/portfolio",
      decisions: "/desk/calls/example-under-review/decisions?show=all",
      "letter-texts": "/desk/calls/example-under-review/letter-texts",
      "letter-text": "/desk/calls/example-under-review/letter-texts/approved/en",
      "mail-texts": "/admin/letters",
      "mail-text": "/admin/letters/received/en",
      contents: "/admin/content",
      content: "/admin/content/benefits",
      discussion: `${proposal.replace("/desk", "")}/discussion`,
      exports: "/desk/exports",
      "desk-answers": "/desk/calls/example-open/answers",
      "desk-letters": "/desk/calls/example-open/letters",
      letter: await addressOf(secretariat, "/demo/mail", /./),
    };
  },
  "admin@metropolis.example": async () => ({ admin: "/admin", audit: "/admin/audit", "audit-nothing": "/admin/audit?subject=nobody", mail: "/admin/mail" }),
};

// In parts, since two journeys run at a time and these are the longest.
for (const part of [0, 1, 2, 3]) {
  test(`public pages, in every look, part ${part + 1}`, async ({ enter }) => {
    test.slow();
    const some = Object.entries(PUBLIC).filter((_, place) => place % 4 === part);
    await lookAt(await enter(), Object.fromEntries(some));
  });
}

for (const [as, pages] of Object.entries(BEHIND)) {
  for (const half of [0, 1]) {
    test(`pages of ${as}, in every look, half ${half + 1}`, async ({ enter }) => {
      test.slow();
      const person = await enter({ as, look: WIDE });
      const every = Object.entries(await pages(person));
      await lookAt(person, Object.fromEntries(every.filter((_, place) => place % 2 === half)));
    });
  }
}

for (const language of ["fr", "es"]) {
  test(`all pages speak ${language} and nothing else`, async ({ enter }) => {
    test.slow();
    await readIn(await enter({ look: { ...NARROW, locale: language } }), language, PUBLIC);
    for (const [as, pages] of Object.entries(BEHIND)) {
      const person = await enter({ as, look: NARROW });
      const addresses = await pages(person);
      await prefer(person, language);
      await readIn(person, language, addresses);
    }
  });
}

/** Sets the language of one's own account. */
async function prefer(person, language) {
  await person.page.goto("/account");
  await person.named("locale").selectOption(language);
  await person.button("Save").click();
  await expect(person.page.locator("html")).toHaveAttribute("lang", language);
}

test("public pages need no JavaScript", async ({ enter }) => {
  const visitor = await enter({ scripts: false, look: WIDE });
  await visitor.open("/");
  await visitor.press("Initiatives");
  const first = visitor.page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").first();
  await visitor.pressOn(first);
  await expect(visitor.page).toHaveURL(/\/initiatives\/.+/);
});

test("an Initiative is found by theme, and its page tells who leads it", async ({ enter }) => {
  const visitor = await enter({ look: WIDE });
  await visitor.open("/initiatives");
  await visitor.type(visitor.page.getByRole("searchbox"), "green ways");
  await visitor.page.keyboard.press("Enter");
  await visitor.page.waitForURL(/q=green/);
  await visitor.look();
  await visitor.pressOn(visitor.page.getByRole("heading", { name: "Green Ways" }).getByRole("link").first());
  await expect(visitor.page.getByRole("heading", { level: 1 })).toContainText("Green Ways");
  await expect(visitor.page.getByRole("main")).toContainText("Santiago");
});
