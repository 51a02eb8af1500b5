// How the public pages do on Lighthouse's slow phone, as it has it by default (a processor four times as slow as this machine's): the
// release build, filled with the Initiatives of 2014 and served as for everybody, in Debian's Chromium. The demo would not do: its
// pages ask not to be found. Run it by `benches/run lighthouse`.
//
// A line per measure, as benches/run tells; what keeps a page from its bar stands on stderr.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const root = fileURLToPath(new URL("../../", import.meta.url));
const binary = path.join(root, "target", "release", "initiatives");

const PAGES = { home: "/", catalogue: "/initiatives", initiative: "/initiatives/green-ways", map: "/map" };

/** Speed differs from one visit to the next: the median of so many is told. */
const VISITS = 7;

const least = (bar) => ({ text: `>= ${bar}`, isHeldBy: (value) => value >= bar, worst: (values) => Math.min(...values) });
const most = (bar) => ({ text: `<= ${bar}`, isHeldBy: (value) => value <= bar, worst: (values) => Math.max(...values) });
const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

/** By measure: how it is read from a report, the bar it must reach, and which of several visits is told. */
const MEASURES = [
  { name: "accessibility", read: score("accessibility"), bar: least(100) },
  { name: "best_practices", read: score("best-practices"), bar: least(100) },
  { name: "seo", read: score("seo"), bar: least(100) },
  { name: "performance", read: score("performance"), bar: least(99), of: median },
  { name: "largest_paint_seconds", read: figure("largest-contentful-paint", 1000), bar: most(1), of: median },
  { name: "layout_shift", read: figure("cumulative-layout-shift", 1), bar: most(0) },
];

function score(category) {
  return (report) => Math.round((report.categories[category].score ?? 0) * 100);
}

function figure(audit, unit) {
  return (report) => (report.audits[audit].numericValue ?? Infinity) / unit;
}

/** Does `body` with the address of a service that is filled, and ends it. */
async function withService(body) {
  await mkdir(path.join(root, "target", "tmp"), { recursive: true });
  const folder = await mkdtemp(path.join(root, "target", "tmp", "lighthouse-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env.PATH,
    INITIATIVES_DATA_DIR: folder,
    INITIATIVES_LISTEN: `127.0.0.1:${port}`,
    INITIATIVES_PUBLIC_URL: url,
    INITIATIVES_LOG: "warn",
  };
  // What it says goes to stderr: stdout is for figures.
  const run = (...words) => spawn(binary, words, { cwd: folder, env, stdio: ["ignore", process.stderr, "inherit"] });
  try {
    const [filled] = await once(run("seed", path.join(root, "seeds")), "exit");
    if (filled !== 0) throw new Error(`the seeds are not loaded: ${filled}`);
    const service = run("serve");
    const ended = once(service, "exit");
    try {
      await ready(url, service);
      await body(url);
    } finally {
      service.kill("SIGTERM");
      await ended;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function ready(url, service) {
  for (;;) {
    const end = service.exitCode ?? service.signalCode;
    if (end !== null) throw new Error(`the service ended before it was ready: ${end}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((next) => setTimeout(next, 50));
  }
}

/** What Lighthouse finds at this address. Now and then the browser gives it no record of a visit: that one is made once more. */
async function visit(url) {
  const reports = [await look(url)];
  if (reports[0].runtimeError) reports.push(await look(url));
  const report = reports.at(-1);
  if (report.runtimeError) throw new Error(`${url}: ${report.runtimeError.message}`);
  return report;
}

/** The report of one visit, with a browser that was never there. */
async function look(url) {
  const chrome = await launch({
    chromePath: process.env.INITIATIVES_CHROMIUM ?? "/usr/bin/chromium",
    chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-component-update", "--disable-sync"],
    logLevel: "silent",
  });
  try {
    return (await lighthouse(url, { port: chrome.port, output: "json", logLevel: "error" })).lhr;
  } finally {
    await chrome.kill();
  }
}

/** What a report says against a page, a line each. */
function faults(report) {
  const named = Object.values(report.categories).flatMap((category) => category.auditRefs.filter(({ weight }) => weight > 0));
  const audits = [...new Set(named.map(({ id }) => id))].map((id) => report.audits[id]);
  const short = audits.filter(({ score }) => score !== null && score < 1);
  return short.map(({ id, title, displayValue = "" }) => `${id}: ${title} ${displayValue}`);
}

let isShort = false;
await withService(async (url) => {
  for (const [page, address] of Object.entries(PAGES)) {
    console.error(`# lighthouse: ${address}`);
    const reports = [];
    for (let n = 0; n < VISITS; n += 1) reports.push(await visit(url + address));
    for (const { name, read, bar, of = bar.worst } of MEASURES) {
      const value = of(reports.map(read));
      const holds = bar.isHeldBy(value);
      isShort ||= !holds;
      console.log([`lighthouse.${name}.${page}`, value.toFixed(3), bar.text, holds ? "holds" : "short"].join("\t"));
    }
    const index = median(reports.map(({ environment }) => environment.benchmarkIndex));
    console.error(`  by Lighthouse's own measure of processors this machine is of ${Math.round(index)}`);
    for (const fault of new Set(reports.flatMap(faults))) console.error(`  ${fault}`);
  }
});
process.exitCode = isShort ? 1 : 0;
