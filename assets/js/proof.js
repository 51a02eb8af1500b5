// Proof of work for a form that anybody may send, in ALTCHA's scheme: while one writes, the number is looked for whose hash with the
// salt is the challenge. `form[data-challenge]`. Where it cannot be found (no crypto without TLS), the form goes without, as it does
// without scripts: then a letter asks to confirm.

/** So many hashes are asked for at once; between two rounds the page does what else there is to do. */
const AT_ONCE = 256;

export function enhance(forms) {
  forms.forEach(prove);
}

function prove(form) {
  const { proof } = form.elements;
  let settled = false;
  let pressed = false;
  proof.value = "";
  const settling = solve(form.dataset).then(
    (solution) => {
      proof.value = solution;
      settled = true;
    },
    (error) => {
      console.warn("no proof of work", error);
      settled = true;
    },
  );

  // Whoever presses before that has only to wait.
  form.addEventListener("submit", async (event) => {
    if (settled) {
      return;
    }
    event.preventDefault();
    if (pressed) {
      return;
    }
    pressed = true;
    const word = form.querySelector("[data-working]");
    word.textContent = word.dataset.working;
    await settling;
    form.requestSubmit();
  });
}

/** The solution as the form takes it: JSON in base 64. */
async function solve({ challenge, salt, signature, most }) {
  const wanted = challenge.match(/../g).map((pair) => Number.parseInt(pair, 16));
  const encoder = new TextEncoder();
  const solves = async (number) => {
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(`${salt}${number}`)));
    return wanted.every((byte, at) => byte === hash[at]);
  };
  for (let from = 0; from <= Number(most); from += AT_ONCE) {
    const round = Array.from({ length: AT_ONCE }, (_, nth) => solves(from + nth));
    const found = (await Promise.all(round)).indexOf(true);
    if (found >= 0) {
      return btoa(JSON.stringify({ algorithm: "SHA-256", challenge, number: from + found, salt, signature }));
    }
  }
  throw new Error("no number solves the challenge");
}
