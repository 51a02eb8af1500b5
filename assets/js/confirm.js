// Asks before a form does what cannot be undone: `<button data-confirm="Delete this draft?">`. Pages must not rely on it:
// without scripts the button acts at once, so what is grave has a page of its own that asks.

export function enhance(buttons) {
  const dialog = document.getElementById("confirm");
  for (const button of buttons) {
    let agreed = false;
    button.addEventListener("click", async (event) => {
      if (agreed) {
        agreed = false;
        return;
      }
      event.preventDefault();
      if (await ask(dialog, button.dataset.confirm)) {
        agreed = true;
        button.click();
      } else {
        button.focus();
      }
    });
  }
}

/** Asks in the dialog of the page; answers whether the person agreed. */
export function ask(dialog, question) {
  dialog.querySelector("#confirm-text").textContent = question;
  dialog.showModal();
  return new Promise((answer) => {
    const finish = new AbortController();
    const { signal } = finish;
    const end = (yes) => {
      finish.abort();
      dialog.close();
      answer(yes);
    };
    dialog.querySelector("[data-yes]").addEventListener("click", () => end(true), { signal });
    dialog.querySelector("[data-no]").addEventListener("click", () => end(false), { signal });
    dialog.addEventListener("cancel", () => end(false), { signal });
  });
}
