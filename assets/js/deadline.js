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

function showOwnTime(element, language) {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: "long",
    timeStyle: "short",
    hourCycle: "h23",
  });
  const { timeZone } = format.resolvedOptions();
  const at = new Date(element.dataset.instant);
  element.querySelector("span").textContent = `${format.format(at)} (${timeZone})`;
  element.hidden = false;
}

function countDown(element, language) {
  const { leftUntil, serverNow, template } = element.dataset;
  const ends = performance.now() + (Date.parse(leftUntil) - Date.parse(serverNow));

  const tick = () => {
    const left = ends - performance.now();
    element.hidden = left <= 0;
    if (left <= 0) {
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
