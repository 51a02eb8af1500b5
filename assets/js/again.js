// Logging in again without leaving the page, by the log-in of the service itself. It lets only the account in whose page
// this is.

/** Opens the dialog; answers true once the person is logged in, false if they put it off. */
export function logInAgain() {
  const dialog = document.getElementById("sign-in-again");
  const form = dialog.querySelector("form");
  const failed = form.querySelector("[data-failed]");
  const password = form.elements.password;
  failed.hidden = true;
  dialog.showModal();
  return new Promise((answer) => {
    const finish = new AbortController();
    const { signal } = finish;
    const end = (isIn) => {
      finish.abort();
      password.value = "";
      dialog.close();
      answer(isIn);
    };
    form.addEventListener(
      "submit",
      async (event) => {
        event.preventDefault();
        const problem = await post(form);
        if (problem === null) {
          end(true);
          return;
        }
        failed.textContent = problem;
        failed.hidden = false;
        password.focus();
        password.select();
      },
      { signal },
    );
    form.querySelector("[data-later]").addEventListener("click", () => end(false), { signal });
    dialog.addEventListener("cancel", () => end(false), { signal });
  });
}

// What is wrong, in words; null if nothing is.
async function post(form) {
  const { unreachable } = form.querySelector("[data-failed]").dataset;
  try {
    const body = new URLSearchParams(new FormData(form));
    const response = await fetch(form.action + location.search, {
      method: "POST",
      headers: { Accept: "application/json" },
      body,
    });
    if (response.ok) {
      return null;
    }
    return (await response.json()).detail || unreachable;
  } catch {
    return unreachable;
  }
}
