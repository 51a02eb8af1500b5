// How the public pages do on Lighthouse's slow phone: the release build, filled with the Initiatives of 2014 and served as for
// everybody, in Debian's Chromium. The demo would not do: its pages ask not to be found. Run it by `benches/run lighthouse`.
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
import { throttling } from "lighthouse/core/config/constants.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const binary = path.join(root, "target", "release", "initiatives");

const PAGES = { home: "/", catalogue: "/initiatives", initiative: "/initiatives/green-ways", map: "/map" };

/** Speed differs from one visit to the next: the median of so many is told. */
const VISITS = 5;
/** So many visits tell how quick this machine is. */
const TRIALS = 3;

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

/**
 * By how much this machine is slowed down to be Lighthouse's slow phone. Four, Lighthouse's default, is for a machine of some 1500
 * by its own measure of processors; this is how its calculator (lighthouse-cpu-throttling-calculator.vercel.app) has it for others.
 */
function slowdown(index) {
  if (index >= 1300) return 3 + (index - 1300) / 233;
  if (index >= 800) return 2 + (index - 800) / 500;
  return Math.max(1, 1 + (index - 150) / 650);
}

/** What Lighthouse finds at this address. Now and then the browser gives it no record of a visit: that one is made once more. */
async function visit(url, slowed) {
  const reports = [await look(url, slowed)];
  if (reports[0].runtimeError) reports.push(await look(url, slowed));
  const report = reports.at(-1);
  if (report.runtimeError) throw new Error(`${url}: ${report.runtimeError.message}`);
  return report;
}

/** The report of one visit, with a browser that was never there. */
async function look(url, slowed) {
  const chrome = await launch({
    chromePath: process.env.INITIATIVES_CHROMIUM ?? "/usr/bin/chromium",
    chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-component-update", "--disable-sync"],
    logLevel: "silent",
  });
  try {
    const phone = { ...throttling.mobileSlow4G, cpuSlowdownMultiplier: slowed };
    const flags = { port: chrome.port, output: "json", logLevel: "error", throttling: phone };
    return (await lighthouse(url, flags)).lhr;
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
  const fourfold = throttling.mobileSlow4G.cpuSlowdownMultiplier;
  const trials = [];
  for (let n = 0; n < TRIALS; n += 1) trials.push((await visit(url, fourfold)).environment.benchmarkIndex);
  const slowed = slowdown(median(trials));
  console.error(`# lighthouse: this machine is of ${median(trials)}, and slowed down by ${slowed.toFixed(2)}`);
  for (const [page, address] of Object.entries(PAGES)) {
    console.error(`# lighthouse: ${address}`);
    const reports = [];
    for (let n = 0; n < VISITS; n += 1) reports.push(await visit(url + address, slowed));
    for (const { name, read, bar, of = bar.worst } of MEASURES) {
      const value = of(reports.map(read));
      const holds = bar.isHeldBy(value);
      isShort ||= !holds;
      console.log([`lighthouse.${name}.${page}`, value.toFixed(3), bar.text, holds ? "holds" : "short"].join("\t"));
    }
    const asByDefault = [];
    for (let n = 0; n < TRIALS; n += 1) asByDefault.push(await visit(url + address, fourfold));
    for (const { name, read, of } of MEASURES.filter(({ of }) => of)) {
      console.error(`  slowed down by ${fourfold}: ${name} ${of(asByDefault.map(read)).toFixed(3)}`);
    }
    for (const fault of new Set(reports.flatMap(faults))) console.error(`  ${fault}`);
  }
});
process.exitCode = isShort ? 1 : 0;
