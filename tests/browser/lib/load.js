// Before all journeys: one demo is loaded once. Each test then starts over a copy, so that no test sees another's doings.

import { rm } from "node:fs/promises";
import path from "node:path";

import { scratch, start } from "./service.js";

export const loaded = path.join(scratch, "loaded");

export default async function load() {
  await rm(loaded, { recursive: true, force: true });
  const service = await start(loaded, "load");
  await service.stop();
}
