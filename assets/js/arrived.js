// What was handed in has arrived: this tab's copy, which was kept until then, is deleted. Whether the copy says that it was sent
// does not matter: a page that is left may not have come to write that down.

import { forget } from "./kept.js";

export async function enhance(messages) {
  const { account } = document.querySelector("form[data-unsent]").dataset;
  for (const { dataset } of messages) {
    await forget({ account, proposal: dataset.arrived, section: "review", field: "review" }).catch(() => {});
  }
}
