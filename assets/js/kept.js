// Copies in the browser of what the server has not confirmed yet, each known by account, proposal, section, field and tab: two
// tabs of one person may hold two texts. They are deleted once saved; nobody is shown those of another account.

const NAME = "initiatives";
const STORE = "kept";
const OF_ACCOUNT = "account";
/** When this page's script came. */
const CAME = Date.now();

const id = (copy) => copy.id ?? [copy.account, copy.proposal, copy.section, copy.field, tab()].join("/");

/** Keeps a copy: `{ account, proposal, section, address, field, label, pairs, version, tried }`. */
export function keep(copy) {
  return within("readwrite", (store) => store.put({ ...copy, id: id(copy), at: Date.now() }));
}

/** Puts the copy of an earlier page out of the way of what is typed now; it is known by another name from then on. */
export async function setAside(copy) {
  const name = `/${copy.at ?? CAME}`;
  if (id(copy).endsWith(name)) {
    return copy;
  }
  const aside = { ...copy, id: id(copy) + name };
  await within("readwrite", (store) => {
    store.put(aside);
    return store.delete(id(copy));
  });
  return aside;
}

/** Deletes the copy of a field, unless something newer was typed since. */
export function drop(copy) {
  return within("readwrite", (store) => {
    const found = store.get(id(copy));
    found.onsuccess = () => {
      if (found.result && JSON.stringify(found.result.pairs) === JSON.stringify(copy.pairs)) {
        store.delete(id(copy));
      }
    };
  });
}

/** Deletes the copy of a field, whatever it holds: what to keep was decided. */
export function forget(place) {
  return within("readwrite", (store) => store.delete(id(place)));
}

/** All copies of an account. */
export async function copies(account) {
  return (await within("readonly", (store) => store.index(OF_ACCOUNT).getAll(account))) ?? [];
}

/** Puts a copy in the place of others, or nothing. */
export function replace(others, copy) {
  return within("readwrite", (store) => {
    others.forEach((other) => store.delete(id(other)));
    return copy ? store.put({ ...copy, id: id(copy), at: Date.now() }) : undefined;
  });
}

/** Those that lay here before this page's script came: none that it has kept itself. */
export async function earlier(account) {
  return (await copies(account)).filter(({ at }) => (at ?? 0) < CAME);
}

async function within(mode, act) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = act(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

// Of this tab, and of what is opened in its place.
function tab() {
  let name = sessionStorage.getItem(NAME);
  if (!name) {
    name = crypto.randomUUID?.() ?? String(Math.random());
    sessionStorage.setItem(NAME, name);
  }
  return name;
}

let opened;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore(STORE, { keyPath: "id" });
      store.createIndex(OF_ACCOUNT, "account");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}
