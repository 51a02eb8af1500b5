// Puts the focus on what the page is about to tell: the summary of errors.

export function enhance([first]) {
  first.focus();
}
