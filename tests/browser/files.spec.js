// Files of a proposal: dropped and chosen, several at once, described, put in order, taken out; with scripts and without.

import { readFile } from "node:fs/promises";

import { picture } from "./lib/pictures.js";
import { openDraft } from "./lib/proposal.js";
import { NARROW, WIDE, expect, test } from "./lib/test.js";

const image = (name) => readFile(new URL(`../../seeds/demo/files/${name}`, import.meta.url));
const file = async (name, from) => ({ name, mimeType: "image/png", buffer: await image(from) });

/** Lets files go over a question, as from a folder of the system. */
async function drop(page, target, files) {
  const told = files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, base64: buffer.toString("base64") }));
  const dataTransfer = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { name, type, base64 } of list) {
      transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name, { type }));
    }
    return transfer;
  }, told);
  await target.dispatchEvent("dragover", { dataTransfer });
  await target.dispatchEvent("drop", { dataTransfer });
}

const names = (page) => page.locator("#f-images-files .file-name");
const before = async (page) => (await names(page).allTextContents()).map((name) => name.trim());

test("several files are dropped, one of them is no image, and the others are described and put in order", async ({ enter }) => {
  const official = await enter({ as: "official@agra.example", look: WIDE });
  const reference = await openDraft(official);
  const { page } = official;
  await official.open(`/proposals/${reference}/edit/identity`);
  const had = await before(page);
  const question = page.locator("#f-images-files");
  await drop(page, question, [
    await file("first.png", "shore.png"),
    { name: "notes.png", mimeType: "image/png", buffer: Buffer.from("these are only words") },
    await file("second.png", "blocks.png"),
  ]);
  await expect(names(page)).toHaveText([...had, "first.png", "second.png"]);
  await expect(page.locator(".sending")).toHaveCount(1);
  await expect(page.locator(".sending")).toContainText("“notes.png” is of another type.");
  await official.look();
  await picture(page, "files-wide");
  await page.getByRole("button", { name: /^Close/ }).click();
  await expect(page.locator(".sending")).toHaveCount(0);

  // A text that is being written stays while the next file comes.
  const described = page.locator('#f-images-files [name$=".alt"]').nth(had.length);
  await official.type(described, "A shore at dusk");
  await question.locator('input[type="file"][name="images"]').setInputFiles(await file("third.png", "shore.png"));
  await expect(names(page)).toHaveText([...had, "first.png", "second.png", "third.png"]);
  await expect(described).toHaveValue("A shore at dusk");
  await expect(described).toBeFocused();

  const button = (name, kind) => page.locator(".file", { hasText: name }).locator(`button[name="${kind}"]`);
  await button("third.png", "move_up").press("Enter");
  await expect(names(page)).toHaveText([...had, "first.png", "third.png", "second.png"]);
  await expect(button("third.png", "move_up")).toBeFocused();
  await button("second.png", "remove").press("Enter");
  await expect(names(page)).toHaveText([...had, "first.png", "third.png"]);

  await page.locator(".file", { hasText: "third.png" }).locator("summary").click();
  await page.locator(".file", { hasText: "third.png" }).locator('input[type="file"]').setInputFiles(await file("instead.png", "blocks.png"));
  await expect(names(page)).toHaveText([...had, "first.png", "instead.png"]);

  await official.open(`/proposals/${reference}/edit/identity`);
  await expect(names(page)).toHaveText([...had, "first.png", "instead.png"]);
  await expect(page.locator('#f-images-files [name$=".alt"]').nth(had.length)).toHaveValue("A shore at dusk");
  await page.goto(`/proposals/${reference}/text`);
  await official.look();
});

test("a file that does not arrive can be sent again, and one that is too large is not sent at all", async ({ enter }) => {
  const official = await enter({ as: "official@agra.example", look: NARROW });
  const reference = await openDraft(official);
  const { page } = official;
  await official.open(`/proposals/${reference}/edit/identity`);
  const had = await before(page);
  const input = page.locator('input[type="file"][name="images"]');
  await page.route("**/files/images", (route) => route.abort());
  await input.setInputFiles(await file("first.png", "shore.png"));
  await expect(page.locator(".sending")).toContainText("the connection was lost");
  await page.unroute("**/files/images");
  await page.getByRole("button", { name: /^Try again/ }).click();
  await expect(names(page)).toHaveText([...had, "first.png"]);

  let asked = 0;
  page.on("request", (request) => (asked += Number(request.url().endsWith("/files/images"))));
  await input.setInputFiles({ name: "huge.png", mimeType: "image/png", buffer: Buffer.alloc(11 * 1024 * 1024) });
  await expect(page.locator(".sending")).toContainText("“huge.png” is too large: at most 10");
  expect(asked).toBe(0);
  await official.look();
});

test("without scripts the form does all of it", async ({ enter }) => {
  const official = await enter({ as: "official@agra.example", scripts: false, look: NARROW });
  const reference = await openDraft(official);
  const { page } = official;
  await official.open(`/proposals/${reference}/edit/identity`);
  const had = await before(page);
  await official.attach(official.named("images"), [await file("first.png", "shore.png"), await file("second.png", "blocks.png")]);
  await official.press("Save");
  await expect(names(page)).toHaveText([...had, "first.png", "second.png"]);
  const described = page.locator('#f-images-files [name$=".alt"]').nth(had.length);
  await official.type(described, "A shore at dusk");
  await official.pressOn(page.locator(".file", { hasText: "second.png" }).locator('button[name="move_up"]'));
  await expect(names(page)).toHaveText([...had, "second.png", "first.png"]);
  await expect(page.locator('#f-images-files [name$=".alt"]').nth(had.length + 1)).toHaveValue("A shore at dusk");
  await page.locator(".file", { hasText: "second.png" }).locator("summary").click();
  await official.attach(page.locator(".file", { hasText: "second.png" }).locator('input[type="file"]'), await file("third.png", "shore.png"));
  await official.press("Save");
  await expect(names(page)).toHaveText([...had, "third.png", "first.png"]);
  await official.pressOn(page.locator(".file", { hasText: "first.png" }).locator('button[name="remove"]'));
  await expect(names(page)).toHaveText([...had, "third.png"]);
});
