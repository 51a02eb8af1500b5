// What a save sends: the fields that were changed, each on the version that it stands on, and whose page it is.

import { version } from "./fields.js";
import { same } from "./typed.js";

/** A request that may outlive its page holds at most this many bytes. */
const OUTLIVES = 60_000;

/**
 * The form of a save. `sent` holds fields with the names and values of their inputs; `choice` what the buttons beside two texts
 * add. A field's `tried` are the texts of it that were sent without an answer: they may have arrived, this one too.
 */
export function bodyOf(account, fields, sent, choice) {
  const body = new FormData();
  body.append("account", account);
  for (const { key, element } of fields) {
    body.append(`version.${key}`, version(element));
  }
  for (const { field, pairs } of sent) {
    body.append("changed-field", field.key);
    pairs.forEach(([name, value]) => body.append(name, value));
    const tried = field.tried.filter((one) => !same(one, pairs));
    if (tried.length < field.tried.length) {
      body.append("sent-before", field.key);
    }
    tried[0]?.forEach(([name, value]) => body.append(`tried-first.${name}`, value));
    tried.slice(1).at(-1)?.forEach(([name, value]) => body.append(`tried-last.${name}`, value));
  }
  choice?.inputs.forEach(([name, value]) => body.append(name, value));
  return body;
}

export function mayOutlive(body) {
  let all = 0;
  for (const [name, value] of body) {
    all += 150 + name.length + new Blob([value]).size;
  }
  return all < OUTLIVES;
}
