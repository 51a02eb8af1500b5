// Fills in the reader's own time zone where the account knows none yet.

export function enhance(inputs) {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const input of inputs) {
    if (zone && input.value === input.dataset.zone) {
      // As if the server had drawn it: nobody has typed it, and nobody is to lose it.
      input.defaultValue = zone;
    }
  }
}
