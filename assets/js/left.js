// Texts that this browser still keeps of a proposal that can no longer be changed: there to be copied, then deleted.

import { copies, forget } from "./kept.js";

export async function enhance([section]) {
  const { account, proposal } = section.dataset;
  const all = await copies(account).catch(() => []);
  const pattern = section.querySelector("template").content;
  const list = section.querySelector("ul");
  for (const copy of all.filter((copy) => copy.proposal === proposal)) {
    const row = pattern.cloneNode(true).firstElementChild;
    row.querySelector("[data-label]").textContent = copy.label ?? copy.field;
    const text = row.querySelector("textarea");
    text.value = copy.pairs.map(([, value]) => value).join("\n");
    text.setAttribute("aria-label", copy.label ?? copy.field);
    row.querySelector("button").addEventListener("click", async () => {
      await forget(copy);
      row.remove();
      section.hidden = list.children.length === 0;
    });
    list.append(row);
  }
  section.hidden = list.children.length === 0;
}
