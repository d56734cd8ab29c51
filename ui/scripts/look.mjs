/**
 * Looks at every screen the way the shell shows it: a production build over the real desk and the sample book,
 * served with the strict content policy, in a real browser. Takes pictures into look/, and fails on
 * accessibility findings, console errors, policy violations or sideways scrolling.
 *
 *   cargo build -p goodterms-desk --example serve
 *   npm run look [-- name…]
 *
 * CHROMIUM and GOODTERMS_SERVE name the two programs where they are not in their usual places; LOOK_SITE keeps
 * the build and the pictures of one person apart from another's.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { VARIANTS } from './variants.mjs';

const ROOT = new URL('..', import.meta.url).pathname;
const SITE = process.env.LOOK_SITE ?? join(ROOT, 'node_modules/.cache/look');
const PICTURES = join(ROOT, 'look');
const TARGET = process.env.CARGO_TARGET_DIR ?? join(ROOT, '../target');
const SERVE = process.env.GOODTERMS_SERVE ?? join(TARGET, 'debug/examples/serve');
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };

/** Every scene of every area: `scripts/scenes/<area>.mjs` exports `scenes`. */
async function allScenes() {
  const folder = join(ROOT, 'scripts/scenes');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.mjs')).sort();
  const areas = await Promise.all(files.map((name) => import(join(folder, name))));
  return areas.flatMap((area) => area.scenes);
}

/** The desk, over a sample book of its own. */
async function desk() {
  const home = await mkdtemp(join(tmpdir(), 'goodterms-look-'));
  const child = spawn(SERVE, [home], { stdio: ['pipe', 'pipe', 'inherit'] });
  const port = await new Promise((found, lost) => {
    child.stdout.once('data', (line) => found(Number(String(line).trim())));
    child.once('error', lost);
    child.once('exit', () => lost(new Error(`${SERVE} ended`)));
  });
  const ask = async (name, args = {}) => {
    const answer = await fetch(`http://127.0.0.1:${port}/desk/${name}`, {
      method: 'POST',
      body: JSON.stringify(args),
    });
    return { status: answer.status, body: await answer.text() };
  };
  const end = async () => {
    child.kill();
    await rm(home, { recursive: true, force: true });
  };
  return { ask, end, home };
}

const theDesk = await desk();
await theDesk.ask('sample_open');

function serve() {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path.startsWith('/desk/')) {
      const parts = [];
      for await (const part of request) parts.push(part);
      const { status, body } = await theDesk.ask(
        path.slice('/desk/'.length),
        JSON.parse(String(Buffer.concat(parts)) || '{}'),
      );
      return response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    }
    if (path === '/favicon.ico') return response.writeHead(204).end();
    const file = path === '/' ? '/index.html' : path;
    try {
      const body = await readFile(join(SITE, file));
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'text/plain',
        'content-security-policy': POLICY,
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server)));
}

async function findings(page) {
  // Through the debugger, so that the content policy of the page stays as strict as it is.
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // An open menu or calendar lies beside the landmarks by its nature.
      rules: { region: { enabled: false } },
    }),
  );
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(
      (node) =>
        `${impact} ${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? ''}`,
    ),
  );
}

const only = process.argv.slice(2);
if (!process.env.LOOK_NO_BUILD)
  await build({ root: ROOT, mode: 'look', logLevel: 'warn', build: { outDir: SITE, emptyOutDir: true } });
await mkdir(PICTURES, { recursive: true });
const server = await serve();
const origin = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
let wrong = 0;
let taken = 0;

for (const scene of await allScenes()) {
  for (const variant of VARIANTS) {
    const name = `${scene.name}-${variant.name}`;
    if (
      only.length > 0
        ? !only.some((part) => name.includes(part))
        : scene.only && !scene.only.includes(variant.name)
    )
      continue;
    const context = await browser.newContext({
      viewport: variant.size,
      locale: variant.locale,
      colorScheme: variant.dark ? 'dark' : 'light',
      forcedColors: variant.forced ? 'active' : 'none',
      reducedMotion: 'reduce',
      timezoneId: 'America/Toronto',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(5_000);
    // The shell freezes it too (freezePrototype).
    await page.addInitScript(() => Object.freeze(Object.prototype));
    await page.addInitScript(
      (language) => localStorage.setItem('goodterms.language', language),
      variant.locale.slice(0, 2),
    );
    const said = [];
    page.on(
      'console',
      (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()),
    );
    page.on('pageerror', (error) => said.push(String(error)));
    if (variant.text) {
      await page.addInitScript((size) => {
        // Before any style is read, as a system's text size would be.
        new MutationObserver((_, observer) => {
          if (!document.documentElement) return;
          document.documentElement.style.fontSize = size;
          observer.disconnect();
        }).observe(document, { childList: true });
      }, variant.text);
    }
    try {
      if (scene.afresh) await theDesk.ask('sample_open', { afresh: true });
      await page.goto(origin + (scene.query ?? ''));
      await page.evaluate(() => document.fonts.ready);
      if (scene.hash) {
        await page
          .locator('button', { hasText: /sample|exemple/i })
          .first()
          .click();
        await page.getByRole('navigation').first().waitFor();
        await page.evaluate((to) => (location.hash = to), scene.hash);
        await page.waitForTimeout(400);
      }
      await scene.play?.(page, variant, theDesk);
      await page.waitForTimeout(200);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (sideways > 0) said.push(`scrolls sideways by ${sideways} px`);
      if (!variant.forced) said.push(...(await findings(page)));
    } catch (error) {
      said.push(String(error));
    }
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
    taken += 1;
    for (const line of new Set(said)) console.log(`${name}: ${line}`);
    wrong += said.length;
    await context.close();
  }
}

await browser.close();
server.close();
await theDesk.end();
console.log(`${taken} pictures in look/, ${wrong} findings`);
process.exitCode = wrong > 0 ? 1 : 0;
