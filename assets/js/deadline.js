// Adds to a deadline the reader's own time, where the account names no zone, and the time left by the server's clock.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function enhance(elements) {
  // Day before month, as in all our dates.
  const language = document.documentElement.lang.replace(/^en$/, "en-GB");
  for (const element of elements) {
    if (element.dataset.instant) {
      showOwnTime(element, language);
    } else {
      countDown(element, language);
    }
  }
}

// As the server writes an instant: the pattern is its own.
function showOwnTime(element, language) {
  const at = new Date(element.dataset.instant);
  const date = new Intl.DateTimeFormat(language, { dateStyle: "long" });
  const { timeZone } = date.resolvedOptions();
  const parts = {
    // French counts the first of a month.
    date: date.format(at).replace(/^1 /u, language === "fr" ? "1er " : "1 "),
    time: [at.getHours(), at.getMinutes()].map(twoDigits).join(":"),
    zone: timeZone === "UTC" ? timeZone : `${timeZone}, ${offset(-at.getTimezoneOffset())}`,
  };
  const text = element.dataset.template.replace(/\{(\w+)\}/gu, (_, name) => parts[name]);
  element.querySelector("span").textContent = text;
  delete element.dataset.room;
}

// `UTC+5:30`, with a minus that is no hyphen.
function offset(minutes) {
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? "\u2212" : "+"}${hours}${rest > 0 ? `:${twoDigits(rest)}` : ""}`;
}

const twoDigits = (number) => String(number).padStart(2, "0");

function countDown(element, language) {
  const { leftUntil, serverNow, template, passed } = element.dataset;
  const whole = Date.parse(leftUntil) - Date.parse(serverNow);
  if (whole <= 0) {
    return;
  }
  const ends = performance.now() + whole;
  delete element.dataset.room;

  const tick = () => {
    const left = ends - performance.now();
    if (left <= 0) {
      // While the page was open: what it offers is no longer what can be done.
      element.textContent = passed;
      element.setAttribute("role", "alert");
      return;
    }
    element.textContent = template.replace("{left}", words(left, language));
    setTimeout(tick, left > HOUR ? MINUTE : 1000);
  };
  tick();
}

// The two largest units that say enough: "3 days, 4 hours", "12 minutes, 5 seconds".
function words(left, language) {
  const units = [
    ["day", Math.floor(left / DAY)],
    ["hour", Math.floor((left % DAY) / HOUR)],
    ["minute", Math.floor((left % HOUR) / MINUTE)],
    ["second", Math.floor((left % MINUTE) / 1000)],
  ];
  const first = Math.max(0, units.findIndex(([, count]) => count > 0));
  return units
    .slice(first, first + 2)
    .map(([unit, count]) =>
      new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count),
    )
    .join(", ");
}
