// Someone at the keyboard. A person reaches everything by Tab, and every page that a person comes to is inspected.

import { expect } from "@playwright/test";

import { inspect } from "./inspect.js";

/** The password of every sign-in of the demo. */
const PASSWORD = "initiatives-2014-demo";

export class Person {
  /** `scripts`: whether this person's browser runs JavaScript. */
  constructor(page, { scripts = true } = {}) {
    this.page = page;
    this.scripts = scripts;
    this.complaints = [];
    page.on("pageerror", (error) => this.complaints.push(`script error: ${error.message}`));
    page.on("console", (message) => {
      // The status of a page is the test's business; a refused script or style is a defect.
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
        this.complaints.push(`console: ${message.text()}`);
      }
    });
  }

  /** Types an address into the browser. */
  async open(address) {
    const answer = await this.page.goto(address);
    await this.look();
    return answer;
  }

  async signIn(email) {
    await this.open("/login");
    await this.type(this.page.locator('[name="email"]'), email);
    await this.type(this.page.locator('[name="password"]'), PASSWORD);
    await this.press("Log in");
    // In a narrow window the button waits in the menu.
    await expect(this.page.locator('form[action="/logout"] button')).toBeAttached();
  }

  async signOut() {
    await this.pressOn(this.page.locator('form[action="/logout"] button'));
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  link(name) {
    return this.page.getByRole("link", { name, exact: true });
  }

  /** A field by the name under which it is posted. */
  named(name) {
    return this.page.locator(`[name="${name}"]`);
  }

  /** A field by its label. */
  field(label) {
    return this.page.getByLabel(label);
  }

  /** Goes to the button or link of this name by Tab and presses Enter; inspects the page that comes. */
  async press(name) {
    await this.pressOn(this.button(name).or(this.link(name)));
  }

  async pressOn(target) {
    await this.tabTo(target);
    const before = this.page.url();
    // A letter within the page navigates too, and is not what was pressed.
    const arrived = { predicate: (frame) => frame === this.page.mainFrame(), timeout: 10_000 };
    const arrival = this.page.waitForEvent("framenavigated", arrived);
    await this.page.keyboard.press("Enter");
    await arrival.catch(async () => {
      const asked = await this.page.getByRole("dialog").allInnerTexts();
      throw new Error(`pressing Enter on ${target} at ${before} led nowhere; the page asks: ${JSON.stringify(asked)}`);
    });
    await this.page.waitForLoadState("load");
    await this.look();
  }

  /** Replaces the text of a field, given by label or locator. */
  async type(field, text) {
    await this.tabTo(this.#locator(field));
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.press("Delete");
    await this.page.keyboard.type(text);
  }

  /** Puts a long text in at once, as pasting does. */
  async paste(field, text) {
    await this.tabTo(this.#locator(field));
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.insertText(text);
  }

  /** Sets a date or a month (`2015-06-30`, `2015-06`), whose order of digits is the browser's own business. */
  async date(field, value) {
    const target = this.#locator(field);
    await this.tabTo(target);
    await target.fill(value);
  }

  /** Ticks or unticks a box. */
  async tick(field) {
    await this.tabTo(this.#locator(field));
    await this.page.keyboard.press("Space");
  }

  /** Chooses the option of a drop-down list that begins so: by typing, as one does, or else by going down the list. */
  async choose(field, option) {
    const list = this.#locator(field);
    const begins = async () => (await list.locator("option:checked").textContent()).trim().startsWith(option);
    await this.tabTo(list);
    await this.page.keyboard.type(option);
    for (let step = await list.locator("option").count(); step > 0 && !(await begins()); step -= 1) {
      await this.page.keyboard.press("ArrowDown");
    }
    expect(await begins(), `${option} should be chosen`).toBe(true);
  }

  /** Chooses one of several radio buttons, by label or locator: Tab to the group, arrows to the choice. */
  async pick(option) {
    const wanted = typeof option === "string" ? this.page.getByRole("radio", { name: option }) : option;
    const group = this.page.locator(`input[type="radio"][name="${await wanted.getAttribute("name")}"]`);
    await this.tabTo(group);
    await this.page.keyboard.press("Space");
    for (let step = await group.count(); step > 0 && !(await wanted.isChecked()); step -= 1) {
      await this.page.keyboard.press("ArrowDown");
    }
    await expect(wanted).toBeChecked();
  }

  /** Gives a file to a file field, which no keyboard of a test can choose in the system's own dialogue. */
  async attach(field, files) {
    const target = this.#locator(field);
    await this.tabTo(target);
    await target.setInputFiles(files);
  }

  /** Presses Tab until the focus is on `target`, or on one of those it matches; it must then be in sight. */
  async tabTo(target) {
    await expect(target.first(), `${target} should be there to go to`).toBeAttached();
    const wanted = await target.elementHandles();
    const seen = [];
    await this.page.evaluate(() => delete globalThis.stopsOfTab);
    for (;;) {
      const focus = await this.page.evaluate(whereTheFocusIs, wanted);
      if (focus.there) {
        if (!focus.inSight) throw new Error(`${focus.what} has the focus and lies under something else or out of sight`);
        return;
      }
      if (focus.again) throw new Error(`Tab never reaches ${target}; it stops at: ${[...new Set(seen)].join(", ")}`);
      seen.push(focus.what);
      await this.page.keyboard.press("Tab");
    }
  }

  /** Goes through the whole page by Tab. Each stop must be in sight and show that it has the focus. */
  async tabThrough() {
    const faults = [];
    await this.page.evaluate(() => delete globalThis.stopsOfTab);
    for (;;) {
      const focus = await this.page.evaluate(whereTheFocusIs, []);
      if (focus.again) break;
      if (!focus.inSight) faults.push(`${focus.what} lies under something else or out of sight`);
      if (!focus.marked) faults.push(`${focus.what} does not show that it has the focus`);
      await this.page.keyboard.press("Tab");
    }
    expect(faults, `stops of Tab on ${this.page.url()}`).toEqual([]);
  }

  /**
   * Looks the page over: accessible, whole, nothing refused by its own security policy. `only`: the rules of accessibility to
   * ask, where all were asked of the same page before.
   */
  async look({ only } = {}) {
    await inspect(this.page, { scripts: this.scripts, only });
    expect(this.complaints, "complaints of the browser").toEqual([]);
  }

  #locator(field) {
    return typeof field === "string" ? this.field(field) : field;
  }
}

/**
 * Runs in the page: what has the focus, whether it is one of those `wanted`, whether Tab was here before, whether it
 * can be seen (WCAG 2.4.11), and whether it is marked (WCAG 2.4.7).
 */
function whereTheFocusIs(wanted) {
  const element = document.activeElement ?? document.body;
  const stops = (globalThis.stopsOfTab ??= []);
  // The page itself has the focus before the first Tab, and in some browsers once more before the round begins anew.
  // A date has a stop for its day, its month and its year.
  const before = stops.filter((stop) => stop === element).length;
  const again = stops.at(-1) !== element && before > (element === document.body ? 2 : 0);
  stops.push(element);
  if (element === document.body) return { what: "the page", there: false, inSight: true, marked: true, again };
  const name = element.getAttribute("name") ?? element.getAttribute("href") ?? element.textContent.trim().slice(0, 30);
  const box = element.getBoundingClientRect();
  const label = element.labels?.[0];
  const isSeenAt = (part) => {
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height * part);
    return top !== null && (element.contains(top) || top.contains(element) || Boolean(label?.contains(top)));
  };
  // Of a long text the browser shows where one writes.
  const parts = element.localName === "textarea" ? [0.1, 0.3, 0.5, 0.7, 0.9] : [0.5];
  const inSight = parts.some(isSeenAt);
  const hasMark = (one) => one && getComputedStyle(one).outlineStyle !== "none" && parseFloat(getComputedStyle(one).outlineWidth) >= 2;
  const marked = Boolean(hasMark(element) || hasMark(label) || hasMark(element.closest(".card")));
  return { what: `${element.localName} ${name}`, there: wanted.includes(element), inSight, marked, again };
}
