// A line that is slow where a test wants it to be.

/** Holds up what a page asks for at addresses of this pattern, all of it or one kind of resource, until the answer is called. */
export async function holdUp(page, pattern, kind = null) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(pattern, async (route) => {
    if (kind === null || route.request().resourceType() === kind) {
      await released;
    }
    await route.continue();
  });
  return release;
}
