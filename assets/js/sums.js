// Sums of money below rows, and how far they are from the total that they must make: while one types, as the server says
// them too. `[data-sum="funding.amount"]`, `data-total="total_eur"`.

import { parseCents, showCents } from "./money.js";

export function enhance(lines) {
  const language = document.documentElement.lang;
  for (const line of lines) {
    const form = line.closest("form");
    const update = () => show(line, form, language);
    form.addEventListener("input", update);
    form.addEventListener("redrawn", update);
  }
}

function show(line, form, language) {
  if (!line.isConnected) {
    return;
  }
  const [rows, column] = line.dataset.sum.split(".");
  const inputs = [...line.closest("[data-rows]").querySelectorAll("input")];
  const amounts = inputs.filter(({ name }) => name.startsWith(`${rows}.`) && name.endsWith(`.${column}`));
  const sum = amounts.reduce((sum, { value }) => sum + (parseCents(value) ?? 0), 0);
  line.querySelector("[data-sum-text]").textContent = showCents(sum, language);
  const difference = line.querySelector("[data-difference]");
  if (difference) {
    difference.textContent = compare(sum, parseCents(form.elements[line.dataset.total]?.value ?? ""), line.dataset, language);
  }
}

function compare(sum, total, { below, above, equal }, language) {
  if (total === null) {
    return "";
  }
  if (sum === total) {
    return equal;
  }
  return (sum < total ? below : above).replace("{difference}", showCents(Math.abs(total - sum), language));
}
