// The draft that the demo keeps ready for the official of Agra, and what is still to be written in it.

export const TITLE = /^Example: Courtyard Desks/;

const LETTER = {
  name: "letter-of-support.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"),
};

/** By section: the answers that are missing, each as `[the person's verb, the field's name, the answer]`. */
export const ANSWERS = {
  applicant: [
    ["type", "endorser.name", "Asha Example"],
    ["type", "endorser.post", "Mayor"],
    ["type", "endorser.email", "mayor@agra.example"],
    ["type", "manager.phone", "+91 562 000 0000"],
    ["attach", "endorsement_letter", LETTER],
  ],
  content: [
    ["paste", "background", "People wait for hours at counters far from where they live, and come back twice."],
    ["paste", "results.0.result", "Desks open in thirty neighbourhoods"],
    ["paste", "results.0.indicator", "Desks open"],
    ["paste", "results.0.target", "30"],
    ["date", "results.0.date", "2017-06-30"],
    ["paste", "innovation", "The counter comes to the courtyard."],
    ["paste", "transfer", "Each desk writes down what it learned; other cities may visit and copy it."],
    ["paste", "inclusion", "Women run two desks of three."],
  ],
  work_plan: [
    ["date", "end", "2017-05"],
    ["date", "phases.0.date", "2015-06-01"],
    ["paste", "phases.0.action", "Choose the courtyards with those who live there"],
    ["paste", "phases.0.output", "A list of thirty courtyards"],
    ["date", "phases.1.date", "2016-01-15"],
    ["paste", "phases.1.action", "Open the desks"],
    ["paste", "phases.1.output", "Thirty desks"],
  ],
  budget: [
    ["type", "total_eur", "120000"],
    ["type", "funding.0.source", "City of Agra"],
    ["choose", "funding.0.kind", "Cash"],
    ["type", "funding.0.amount", "120000"],
    ["choose", "funding.0.certainty", "Confirmed"],
    ["type", "budget_lines.0.item", "Desks and staff"],
    ["type", "budget_lines.0.amount", "120000.00"],
    ["tick", "support_requested", "dissemination"],
  ],
  declarations: [
    ["tick", "publish_consent"],
    ["tick", "reporting_commitment"],
    ["tick", "accuracy"],
    ["type", "signatory.name", "Asha Example"],
    ["type", "signatory.post", "Mayor"],
    ["date", "signatory.date", "2015-03-02"],
  ],
};

/** Opens the draft from the official's own list. Its reference, which the year of the demo decides, is the answer. */
export async function openDraft(official) {
  await official.open("/proposals");
  await official.pressOn(official.page.getByRole("link", { name: TITLE }));
  return official.page.url().match(/MI-\d{4}-\d+/)[0];
}

/** Writes every missing answer, section by section, and saves each. */
export async function write(official, reference) {
  for (const [section, answers] of Object.entries(ANSWERS)) {
    await official.open(`/proposals/${reference}/edit/${section}`);
    for (const [verb, name, answer] of answers) {
      const boxes = official.named(name);
      await official[verb](verb === "tick" && answer ? boxes.and(official.page.locator(`[value="${answer}"]`)) : boxes, answer);
    }
    await official.press(section === "declarations" ? "Save and check" : "Save and go on");
  }
}
