// What was handed in has arrived: the copy that was kept until then is deleted.

import { copies, forget } from "./kept.js";

export async function enhance(messages) {
  const { account } = document.querySelector("form[data-unsent]").dataset;
  const arrived = messages.map((message) => message.dataset.arrived);
  const all = await copies(account).catch(() => []);
  for (const copy of all.filter((copy) => copy.sent && copy.section === "review" && arrived.includes(copy.proposal))) {
    await forget(copy).catch(() => {});
  }
}
