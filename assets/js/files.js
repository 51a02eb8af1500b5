// Sends the files of a question by themselves: dropped on it or chosen, several at once, one after another, each with its
// progress. The server answers with the question as it stands then. Its buttons (remove, up, down) go the same way. Nothing
// else of the form is sent, and without this module the form does all of it.

const underWay = new Set();

export function enhance(questions) {
  questions.forEach(follow);
  addEventListener("beforeunload", (event) => {
    if (underWay.size > 0) {
      event.preventDefault();
    }
  });
}

function follow(question) {
  const spoken = make("p", { className: "visually-hidden" });
  spoken.setAttribute("role", "status");
  const list = make("ul", { className: "sendings", hidden: true });
  list.setAttribute("role", "list");
  question.after(list, spoken);

  const queue = [];
  let busy = false;
  let waiting = null;
  const say = (key, file) => {
    spoken.textContent = words(question, key, file);
  };

  const work = async () => {
    if (busy || queue.length === 0) {
      return;
    }
    const job = queue.shift();
    busy = true;
    underWay.add(job);
    const sent = await send(question, job);
    await job.finish(sent);
    underWay.delete(job);
    busy = false;
    work();
    // Who pressed Save meanwhile goes on now, unless a file asks for a decision.
    if (!busy && waiting && list.children.length === 0) {
      question.closest("form").requestSubmit(waiting.submitter);
    }
  };
  question.closest("form")?.addEventListener("submit", (event) => {
    waiting = busy ? { submitter: event.submitter } : null;
    if (busy) {
      event.preventDefault();
    }
  });
  const put = (job) => {
    queue.push(job);
    work();
  };

  const addFile = (name, file) => {
    const row = sendingRow(question, list, file.name);
    const start = () => {
      const most = Number(question.dataset.most ?? Infinity);
      if (file.size > most) {
        row.fail(words(question, "large", file.name), null);
        say("large", file.name);
        return;
      }
      const job = {
        parts: [[name, file]],
        progress: (share) => row.progress(share),
        finish: ({ told, problem }) => {
          const text = told?.errors[0] ?? (problem && problem !== "cancelled" ? words(question, problem, file.name) : null);
          if (told) {
            swap(question, told);
          }
          if (text) {
            // What the server refused will be refused again; the rest may go better.
            row.fail(text, told && !told.later ? null : start);
            spoken.textContent = text;
          } else {
            row.remove();
            say(problem === "cancelled" ? "cancelled" : "saved", file.name);
          }
        },
      };
      row.wait(() => {
        const place = queue.indexOf(job);
        if (place >= 0) {
          queue.splice(place, 1);
          row.remove();
          say("cancelled", file.name);
        } else {
          job.request?.abort();
        }
      });
      put(job);
    };
    start();
  };

  const press = (button) => {
    const { name, value } = button;
    put({
      parts: [[name, value]],
      progress: () => {},
      finish: ({ told, problem }) => {
        if (!told) {
          say(problem, "");
          return;
        }
        swap(question, told);
        say("changed", "");
        const same = `button[value="${CSS.escape(value)}"]`;
        const next = question.querySelector(`${same}[name="${name}"]`) ?? question.querySelector(same);
        (next ?? question.querySelector('input[type="file"]:not([name^="replace."]), button'))?.focus();
      },
    });
  };

  question.addEventListener("change", (event) => {
    const { target } = event;
    if (target.type === "file") {
      const chosen = [...target.files];
      // Or the form would send them once more.
      target.value = "";
      chosen.forEach((file) => addFile(target.name, file));
    }
  });
  // To choose a file is not to write: what is sent at once cannot be lost (guard.js).
  question.addEventListener("input", (event) => {
    if (event.target.type === "file") {
      event.stopPropagation();
    }
  });
  question.addEventListener("click", (event) => {
    const button = event.target.closest("button[name]");
    if (button && question.contains(button)) {
      event.preventDefault();
      press(button);
    }
  });
  dropping(question, (files) => {
    const input = question.querySelector('input[type="file"]:not([name^="replace."])');
    // Without an input there is room for no more.
    const taken = input?.multiple ? files : files.slice(0, input ? 1 : 0);
    taken.forEach((file) => addFile(question.dataset.key, file));
  });
  dress(question);
}

// What a question shows only where this module works.
function dress(question) {
  for (const hint of question.querySelectorAll("[data-files-drop]")) {
    hint.hidden = false;
  }
}

function dropping(question, take) {
  const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  question.addEventListener("dragover", (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      question.classList.add("files-over");
    }
  });
  question.addEventListener("dragleave", (event) => {
    if (!question.contains(event.relatedTarget)) {
      question.classList.remove("files-over");
    }
  });
  question.addEventListener("drop", (event) => {
    question.classList.remove("files-over");
    if (hasFiles(event)) {
      event.preventDefault();
      take([...event.dataTransfer.files]);
    }
  });
}

// Sends the texts that stand in the question, then the parts of the job. Gives { told } or { problem }.
function send(question, job) {
  const body = new FormData();
  const version = versionOf(question);
  if (version) {
    body.append(version.name, version.value);
  }
  const account = question.closest("form")?.elements.account;
  if (account) {
    body.append(account.name, account.value);
  }
  for (const input of question.querySelectorAll("input[name]:not([type=file]), textarea[name]")) {
    body.append(input.name, input.value);
  }
  for (const [name, value] of job.parts) {
    if (value instanceof File) {
      // No form may hold such characters, and file systems allow them.
      body.append(name, value, value.name.replace(/\p{Cc}/gu, " "));
    } else {
      body.append(name, value);
    }
  }
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    job.request = request;
    request.upload.addEventListener("progress", (event) => job.progress(event.lengthComputable ? event.loaded / event.total : 0));
    request.addEventListener("load", () => resolve(read(request)));
    request.addEventListener("error", () => resolve({ problem: "network" }));
    request.addEventListener("abort", () => resolve({ problem: "cancelled" }));
    request.open("POST", question.dataset.files);
    request.setRequestHeader("Accept", "application/json");
    request.send(body);
  });
}

function read(request) {
  if (request.status === 401) {
    return { problem: "signedOut" };
  }
  if (request.status === 413) {
    return { problem: "large" };
  }
  try {
    return { told: { ...JSON.parse(request.responseText), later: request.status === 503 } };
  } catch {
    return { problem: "failed" };
  }
}

// The question as the server draws it, with what was typed in it since, and the focus where it was.
function swap(question, told) {
  const fresh = new DOMParser().parseFromString(told.html, "text/html").body.firstElementChild;
  const typed = textsByFile(question);
  const focused = question.contains(document.activeElement) ? document.activeElement : null;
  const place = focused?.name?.endsWith(".alt") ? [fileOf(question, focused), focused.selectionStart] : null;
  for (const [file, input] of textsByFile(fresh)) {
    const before = typed.get(file);
    if (before) {
      input.value = before.value;
    }
  }
  question.replaceChildren(...fresh.childNodes);
  question.className = fresh.className;
  const { most, large } = fresh.dataset;
  if (most) {
    Object.assign(question.dataset, { most, large });
  }
  const version = versionOf(question);
  if (version) {
    version.value = told.version;
  }
  dress(question);
  question.dispatchEvent(new Event("stored", { bubbles: true }));
  const input = place && textsByFile(question).get(place[0]);
  if (input) {
    input.focus();
    input.setSelectionRange?.(place[1], place[1]);
  }
  const counters = [...question.querySelectorAll("[data-counter]")];
  if (counters.length > 0) {
    import("./counter.js").then(({ enhance }) => enhance(counters));
  }
}

const versionOf = (question) => question.closest("form")?.elements[`version.${question.dataset.key}`] ?? null;

// The inputs of the alternative texts, by the file they belong to.
function textsByFile(question) {
  const texts = new Map();
  for (const hidden of question.querySelectorAll('input[name$=".attachment"]')) {
    const name = hidden.name.replace(/attachment$/, "alt");
    const input = question.querySelector(`[name="${CSS.escape(name)}"]`);
    if (input) {
      texts.set(hidden.value, input);
    }
  }
  return texts;
}

function fileOf(question, input) {
  return question.querySelector(`[name="${CSS.escape(input.name.replace(/alt$/, "attachment"))}"]`)?.value;
}

// A line for a file on its way.
function sendingRow(question, list, name) {
  const { dataset } = question;
  const row = make("li", { className: "sending" });
  const text = make("span", { className: "sending-text" });
  list.append(row);
  list.hidden = false;
  const remove = () => {
    row.remove();
    list.hidden = list.children.length === 0;
  };
  const named = (label, act) => {
    const shown = make("button", { type: "button", className: "button button-quiet button-small", textContent: label });
    shown.append(make("span", { className: "visually-hidden", textContent: `: ${name}` }));
    shown.addEventListener("click", act);
    return shown;
  };
  let bar = null;
  return {
    remove,
    wait(cancel) {
      text.className = "sending-text";
      text.textContent = words(question, "waiting", name);
      bar = make("progress", { max: 100, value: 0 });
      bar.setAttribute("aria-label", name);
      const room = make("div", { className: "progress" });
      room.append(bar);
      row.className = "sending";
      row.replaceChildren(text, named(dataset.cancel, cancel), room);
    },
    progress(share) {
      bar.value = Math.round(share * 100);
      text.textContent = words(question, share < 1 ? "sending" : "checking", name);
    },
    fail(message, again) {
      text.textContent = message;
      const buttons = make("span", { className: "cluster" });
      if (again) {
        buttons.append(named(dataset.again, again));
      }
      buttons.append(named(dataset.dismiss, remove));
      row.className = "sending field-invalid";
      text.className = "sending-text field-message";
      row.replaceChildren(text, buttons);
    },
  };
}

const words = (question, key, file) => (question.dataset[key] ?? "").replace("{file}", () => file);

function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
