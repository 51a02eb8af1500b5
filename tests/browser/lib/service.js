// Starts and stops the service under test: `initiatives demo` over a folder of its own.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
export const scratch = path.join(root, "target", "browser");

/** Milliseconds that the first load of all seeds may take with an unoptimised binary. */
const PATIENCE = 90_000;

const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

/** Starts the demo over the folder `data`; answers once it is ready. */
export async function start(data, name) {
  const binary = process.env.INITIATIVES_BINARY ?? path.join(root, "target", "debug", "initiatives");
  if (!existsSync(binary)) {
    throw new Error(`${binary} is not there: build it with \`cargo build\`, or start with \`tests/run browser\``);
  }
  await mkdir(scratch, { recursive: true });
  const log = path.join(scratch, `${name}.log`);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(binary, ["demo", "--data", data, "--listen", `127.0.0.1:${port}`], {
    env: cleanEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const out = createWriteStream(log);
  child.stdout.pipe(out, { end: false });
  child.stderr.pipe(out, { end: false });
  try {
    await ready(url, child);
  } catch (reason) {
    child.kill("SIGKILL");
    throw new Error(`${reason.message}; it said:\n${(await readFile(log, "utf8")).slice(-2000)}`);
  }
  return { url, stop: () => stop(child) };
}

/** Nothing of the developer's own configuration reaches the service under test. */
function cleanEnvironment() {
  const own = ([name]) => !name.startsWith("INITIATIVES_");
  return { ...Object.fromEntries(Object.entries(process.env).filter(own)), NO_COLOR: "1" };
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function ready(url, child) {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`the service ended (${child.exitCode ?? child.signalCode}) before it was ready`);
    }
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`the service was not ready within ${PATIENCE / 1000} seconds`);
}

/** Ends the service as an operator does; it must finish by itself, without an error. */
async function stop(child) {
  const ended = child.exitCode === null ? once(child, "exit") : Promise.resolve([child.exitCode]);
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 15_000);
  const [code, signal] = await ended;
  clearTimeout(late);
  running.delete(child);
  if (code !== 0) throw new Error(`the service should end with 0 on SIGTERM, and ended with ${code ?? signal}`);
}
