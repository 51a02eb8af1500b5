// How texts are counted, the same as on the server (src/guidelines/words.rs); tests/data/words.json holds both to it.

const RUNS = /[^\p{White_Space}]+/gu;
const LETTER_OR_DIGIT = /[\p{Alphabetic}\p{N}]/u;

/**
 * How many words a text has: maximal runs without white space that hold a letter or a digit.
 * @param {string} text
 * @returns {number}
 */
export function countWords(text) {
  return (text.match(RUNS) ?? []).filter((run) => LETTER_OR_DIGIT.test(run)).length;
}

/**
 * How many characters a text has once composed: Unicode scalar values of its NFC, not UTF-16 units.
 * @param {string} text
 * @returns {number}
 */
export function countChars(text) {
  return [...text.normalize("NFC")].length;
}
