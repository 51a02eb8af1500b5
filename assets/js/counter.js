// Counts the words or characters of a field while one writes, by the same rule as the server (words.js).

import { countChars, countWords } from "./words.js";

// Speak only near the limit, and only when the writing pauses.
const NEAR = 0.9;
const PAUSE = 1200;

export function enhance(counters) {
  for (const counter of counters) {
    const field = document.getElementById(counter.dataset.counter);
    if (field) {
      follow(field, counter);
    }
  }
}

function follow(field, counter) {
  const { unit, template, over } = counter.dataset;
  const limit = Number(counter.dataset.limit);
  const spoken = speaker(counter);
  let pause;

  const update = () => {
    const count = unit === "words" ? countWords(field.value) : countChars(field.value);
    const text = fill(template, { count, limit });
    counter.textContent = count > limit ? `${text} (${fill(over, { over: count - limit })})` : text;
    counter.classList.toggle("counter-near", count > limit * NEAR && count <= limit);
    counter.classList.toggle("counter-over", count > limit);
    return count > limit * NEAR;
  };

  update();
  field.form?.addEventListener("redrawn", update);
  field.addEventListener("input", () => {
    const near = update();
    clearTimeout(pause);
    pause = setTimeout(() => {
      spoken.textContent = near ? counter.textContent : "";
    }, PAUSE);
  });
}

function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function speaker(counter) {
  const spoken = document.createElement("span");
  spoken.className = "visually-hidden";
  spoken.setAttribute("role", "status");
  counter.after(spoken);
  return spoken;
}
