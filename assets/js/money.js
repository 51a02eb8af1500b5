// Amounts of money: read and shown as the server does (src/guidelines/money.rs); tests/data/money.json holds both to it.
// Whole cents throughout, in numbers that hold them exactly.

const MOST = 10_000_000_000_000;
const GAPS = /[\u00a0\u202f\u2009'\u2019]/gu;

/**
 * The cents that a person typed, or null for what is no amount or could be two.
 * @param {string} text
 * @returns {number | null}
 */
export function parseCents(text) {
  const bare = text.trim().replace(/^€+|€+$/gu, "").trim().replace(/^eur|eur$/iu, "").trim();
  const parts = split(bare.replace(GAPS, " "));
  const whole = parts && ungroup(parts.whole);
  if (!whole || !/^\d{0,2}$/u.test(parts.decimals) || whole.length > 15) {
    return null;
  }
  const cents = Number(whole) * 100 + Number(parts.decimals.padEnd(2, "0"));
  return cents > MOST ? null : cents;
}

function split(text) {
  const commas = text.split(",").length - 1;
  const points = text.split(".").length - 1;
  const last = Math.max(text.lastIndexOf(","), text.lastIndexOf("."));
  if (last < 0 || (commas > 1 && points === 0) || (points > 1 && commas === 0)) {
    return { whole: text, decimals: "" };
  }
  const [whole, decimals] = [text.slice(0, last), text.slice(last + 1)];
  const lone = commas + points === 1;
  // Three digits after a lone separator could be thousands.
  if (decimals === "" || (lone && decimals.length === 3 && !whole.includes(" ") && whole.length > 0 && whole.length <= 3)) {
    return null;
  }
  return { whole, decimals };
}

// Without the separators of thousands: one kind of them, in groups of three.
function ungroup(whole) {
  const separator = whole.match(/[^0-9]/u)?.[0];
  if (separator === undefined) {
    return /^\d+$/u.test(whole) ? whole : null;
  }
  if (!" ,.".includes(separator)) {
    return null;
  }
  const [first, ...rest] = whole.split(separator);
  const isGrouped = /^\d{1,3}$/u.test(first) && rest.every((group) => /^\d{3}$/u.test(group));
  return isGrouped ? first + rest.join("") : null;
}

const STYLE = {
  en: { group: ",", decimal: ".", frame: (amount) => `€${amount}` },
  fr: { group: "\u202f", decimal: ",", frame: (amount) => `${amount}\u00a0€` },
  es: { group: ".", decimal: ",", frame: (amount) => `${amount}\u00a0€` },
};

/**
 * An amount as readers of a language expect it: `€1,234.50`.
 * @param {number} cents not below zero
 * @param {string} language
 * @returns {string}
 */
export function showCents(cents, language) {
  const { group, decimal, frame } = STYLE[language] ?? STYLE.en;
  const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/gu, group);
  return frame(`${whole}${decimal}${String(cents % 100).padStart(2, "0")}`);
}
