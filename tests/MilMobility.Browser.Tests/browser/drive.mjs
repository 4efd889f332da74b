// Drives one report page as a reader would, and prints what it found as one JSON document; who asserts is the caller.
// usage: node drive.mjs <folder with node_modules> <folder of the browser> <report.html> <folder for temporary files> <languages>
//   <comparison.html>
import { createRequire } from 'node:module';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pdfText } from './pdf-text.mjs';

const [packages, browserFolder, report, temporary] = process.argv.slice(2, 6).map(p => resolve(p)),
  languages = (process.argv[6] ?? 'en,nl').split(',');
const comparison = resolve(process.argv[7]);
const load = createRequire(join(packages, 'package.json'));
const { chromium } = load('playwright-core');
const axeSource = readFileSync(load.resolve('axe-core/axe.min.js'), 'utf8');
const found = { errors: [], requests: [], step_ms: {}, bytes: statSync(report).size };
Object.assign(process.env, {
  LD_LIBRARY_PATH: join(browserFolder, 'lib'),
  FONTCONFIG_PATH: browserFolder,
  FONTCONFIG_FILE: join(browserFolder, 'fonts.conf'),
  TMPDIR: temporary,
  HOME: temporary,
});

const browser = await chromium.launch({
  executablePath: join(browserFolder, 'chromium'),
  headless: true,
  timeout: 60000,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
  ],
});
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) found.errors.push(message.text());
  });
  page.on('pageerror', error => found.errors.push(error.message));
  page.on('request', request => {
    if (!/^(file|data|blob):/.test(request.url())) found.requests.push(request.url());
  });
  await page.goto(`${pathToFileURL(report).href}#summary-en`);
  found.load_ms = Math.round(await page.evaluate(() => performance.getEntriesByType('navigation')[0].loadEventEnd));
  for (const [name, step] of Object.entries(steps())) {
    const begun = Date.now();
    try {
      found[name] = await step(page);
    } catch (error) {
      found[name] = { failed: String(error.message).slice(0, 600) };
    }
    found.step_ms[name] = Date.now() - begun;
  }
  found.compared = await compared(page);
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(found));

function steps() {
  return {
    skip: async page => {
      await page.keyboard.press('Tab');
      return await page.evaluate(() => document.activeElement.className);
    },
    summary: async page => ({
      tiles: await page.$$eval('.tile', tiles => tiles.map(t => t.innerText)),
      decisions: await page.$$eval('.decide li', items => items.length),
      height: await page.evaluate(() => document.documentElement.scrollHeight),
    }),
    tabs: async page => {
      await page.focus('#tab-summary');
      await page.keyboard.press('ArrowRight');
      const next = await page.evaluate(() => document.activeElement.id);
      await page.keyboard.press('Home');
      return { next, home: await page.evaluate(() => document.activeElement.id) };
    },
    slider,
    link,
    filter,
    search,
    sort,
    gantt,
    csv,
    language,
    access,
    print,
    narrow,
  };
}

async function slider(page) {
  await page.click('#tab-map');
  const read = async () => ({
    at: +(await page.inputValue('#time')),
    label: await page.innerText('#time-label'),
    counts: await page.innerText('#time-count'),
  });
  const before = await read();
  await page.click('#play');
  const frames = await page.evaluate(
    () =>
      new Promise(done => {
        const at = [],
          step = now => {
            at.push(now);
            if (now - at[0] < 1500) requestAnimationFrame(step);
            else done(at.slice(1).map((t, i) => t - at[i]));
          };
        requestAnimationFrame(step);
      }),
  );
  await page.click('#play');
  const after = await read();
  await page.waitForTimeout(200);
  const paused = await read();
  await page.focus('#time');
  await page.keyboard.press('ArrowRight');
  const keyed = await read();
  frames.sort((a, b) => a - b);
  return {
    before,
    after,
    paused,
    keyed,
    frames_per_second: Math.round((1000 * frames.length) / frames.reduce((a, b) => a + b, 0)),
    worst_frame_ms: Math.round(frames.at(-1)),
  };
}

async function link(page) {
  await page.click('#tab-map');
  const target = await page.evaluate(() => {
    const uses = new Map();
    for (const s of data.serials) for (const m of s.moves) uses.set(m[1], (uses.get(m[1]) ?? 0) + 1);
    // A long link near the middle of the map, so that nothing lies over its middle.
    const at = [...uses.keys()].sort((a, b) => LINKS[b].length - LINKS[a].length)[0],
      shape = LINKS[at].shape;
    map.setView(along(shape, 0.5), 11);
    const p = map.latLngToContainerPoint(along(shape, 0.5)),
      box = document.getElementById('map').getBoundingClientRect();
    return { x: box.left + p.x, y: box.top + p.y, name: linkName(LINKS[at]) };
  });
  await page.mouse.move(target.x, target.y);
  await page.mouse.click(target.x, target.y);
  const out = {
    wanted: target.name,
    title: await page.innerText('#facts h3'),
    flags: await page.$$eval('#facts .flag', f => f.map(x => x.textContent)),
    sources: await page.$$eval('#facts td:last-child', c => c.map(x => x.textContent).filter(Boolean).length),
  };
  await page.keyboard.press('Escape');
  return { ...out, closed: await page.isHidden('#facts') };
}

async function filter(page) {
  await page.click('#tab-tables');
  const rows = () =>
    page.$$eval(
      '#view-tables section',
      sections =>
        [...sections].find(s => s.querySelector('caption').textContent === 'Serials')?.querySelectorAll('tbody tr').length ?? 0,
    );
  const all = await rows(),
    options = await page.$$eval('#filter-mode option', o => o.map(x => x.value).filter(Boolean));
  await page.selectOption('#filter-mode', options[0]);
  const filtered = await rows(),
    state = await page.innerText('#filter-state');
  const wanted = await page.evaluate(mode => data.serials.filter(s => s.legs.some(l => l.mode === mode)).length, options[0]);
  await page.click('#clear');
  return { all, filtered, wanted, state, cleared: await rows() };
}

async function search(page) {
  const id = await page.evaluate(() => data.serials.at(-1).id);
  await page.fill('#search', id);
  await page.waitForSelector('#found li');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const title = await page.innerText('#facts h3');
  await page.keyboard.press('Escape');
  await page.click('#clear').catch(() => null);
  return { id, title };
}

async function sort(page) {
  await page.click('#tab-tables');
  const column = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('#view-tables section')]
        .find(s => s.querySelector('caption').textContent === 'Serials')
        .querySelectorAll('tbody tr')
        .values()
        .map(r => +r.children[4].textContent.replaceAll(',', ''))
        .toArray(),
    );
  const button = page
    .locator('#view-tables section', { has: page.locator('caption', { hasText: /^Serials$/ }) })
    .locator('th button')
    .nth(4);
  await button.click();
  const down = await column(),
    stated = await button.locator('..').getAttribute('aria-sort');
  await button.click();
  return { down, up: await column(), stated };
}

async function gantt(page) {
  await page.click('#tab-timeline');
  await page.focus('.rowchart');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
  const said = await page.innerText('.chart [aria-live]');
  await page.keyboard.press('Enter');
  const title = (await page.isVisible('#facts')) ? await page.innerText('#facts h3') : '';
  await page.keyboard.press('Escape');
  // Drawn with the next frame, which a busy machine may owe for a while.
  const painted = await page.waitForFunction(() => {
    const c = document.querySelector('.rowchart canvas'),
      copy = new OffscreenCanvas(c.width, c.height).getContext('2d', { willReadFrequently: true });
    copy.drawImage(c, 0, 0);
    const d = copy.getImageData(0, 0, c.width, c.height).data;
    const colours = new Set();
    for (let i = 0; i < d.length; i += 4) if (d[i + 3] === 255) colours.add(`${d[i]},${d[i + 1]},${d[i + 2]}`);
    return [COLOURS.road, COLOURS.rail, COLOURS.water].filter(h =>
      colours.has([1, 3, 5].map(k => parseInt(h.slice(k, k + 2), 16)).join(',')),
    ).length;
  });
  return { said, title, painted: await painted.jsonValue() };
}

async function csv(page) {
  await page.click('#tab-tables');
  const section = page.locator('#view-tables section', { has: page.locator('caption', { hasText: /^Serials$/ }) });
  const [download] = await Promise.all([page.waitForEvent('download'), section.locator('button.csv').click()]);
  const text = readFileSync(await download.path(), 'utf8');
  return {
    name: download.suggestedFilename(),
    lines: text.trim().split('\r\n').length,
    first: text.split('\r\n')[0],
    head: text.split('\r\n')[1],
  };
}

/** The comparison page: its two languages, its accessibility, and what stays English on the Dutch one. */
async function compared(page) {
  await page.goto(`${pathToFileURL(comparison).href}#en`);
  const read = async () => ({
    lang: await page.getAttribute('html', 'lang'),
    title: await page.title(),
    heading: await page.innerText('h1'),
    marking: await page.innerText('.sheet > .marking'),
  });
  const english = await read();
  await page.click('[data-language=nl]');
  const dutch = await read();
  const english_left = await page.evaluate(() =>
    document.body.innerText
      .split('\n')
      .filter(line => /\b(the|and|with|its|would|which|are|from|that|by|for|not|first|less|change)\b/i.test(line)),
  );
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] } }),
  );
  return { english, dutch, english_left, violations: violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 120)}`) };
}

async function language(page) {
  await page.click('#tab-summary');
  const read = async () => ({
    lang: await page.getAttribute('html', 'lang'),
    tab: await page.innerText('#tab-timeline'),
    tile: (await page.$$eval('.tile', x => x.map(i => i.innerText)))[0],
    markings: await page.$$eval('[data-marking]', x => x.map(i => i.innerText)),
    margins: await page.$eval('#margins', x => x.textContent),
  });
  const english = await read();
  await page.click('[data-language=nl]');
  const dutch = await read();
  const missing = await page.evaluate(() =>
    Object.entries(TEXTS)
      .filter(([, v]) => v.length !== 2 || v.some(x => !x))
      .map(([k]) => k),
  );
  // What is not said to be another language must be Dutch: words that English sentences cannot do without.
  const english_left = [];
  for (const tab of await page.$$eval('#tabs button', b => b.map(x => x.id))) {
    await page.click(`#${tab}`);
    await page.waitForTimeout(80);
    english_left.push(
      ...(await page.evaluate(() => {
        const words = /\b(the|and|with|its|would|which|are|from|that|by|for|not)\b/i,
          walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT),
          found = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          if (
            node.parentElement.checkVisibility() &&
            !node.parentElement.closest('[lang=en], script, style') &&
            words.test(node.textContent)
          )
            found.push(node.textContent);
        for (const titled of document.querySelectorAll('.view [title]'))
          if (titled.checkVisibility() && words.test(titled.title)) found.push(titled.title);
        return found;
      })),
    );
  }
  await page.click('#tab-summary');
  await page.click('[data-language=en]');
  return { english, dutch, missing, english_left: [...new Set(english_left)] };
}

async function access(page) {
  await page.addScriptTag({ content: axeSource }).catch(() => null);
  if (!(await page.evaluate(() => typeof axe !== 'undefined'))) await page.evaluate(axeSource);
  const out = [],
    open = async view => {
      await page.click(`#tab-${view === 'occupancy' || view === 'spacetime' ? 'timeline' : view}`);
      const segment = { timeline: 1, occupancy: 2, spacetime: 3 }[view];
      if (segment) await page.click(`.segments button:nth-child(${segment})`);
      await page.waitForTimeout(80);
    };
  const tabs = await page.$$eval('#tabs button', b => b.map(x => x.id.slice(4)));
  const views = tabs.flatMap(v => (v === 'timeline' ? ['timeline', 'occupancy', 'spacetime'] : [v]));
  for (const lang of languages) {
    await page.click(`[data-language=${lang}]`);
    for (const view of [...views, 'facts']) {
      if (view === 'facts') {
        await open('map');
        await page.evaluate(() => choose({ kind: 'serial', serial: data.serials[0] }));
      } else await open(view);
      const result = await page.evaluate(() =>
        axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
          resultTypes: ['violations'],
          selectors: false,
          iframes: false,
        }),
      );
      out.push({
        lang,
        view,
        passes: result.passes.length,
        violations: result.violations.map(
          v =>
            `${v.id}: ${v.nodes
              .slice(0, 3)
              .map(n => n.html.slice(0, 160))
              .join(' | ')}`,
        ),
        contrast_checked: result.passes.some(p => p.id === 'color-contrast'),
      });
    }
    await page.keyboard.press('Escape');
  }
  await page.click('[data-language=en]');
  return out;
}

async function print(page) {
  await page.click('#tab-summary');
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true }),
    pages = pdfText(pdf),
    marking = await page.evaluate(() => data.marking[0]);
  return {
    bytes: pdf.length,
    pages: pages.length,
    marking,
    unmarked: pages.map((text, i) => (text.split(marking).length > 2 ? 0 : i + 1)).filter(Boolean),
    words: pages.join(' ').length,
    back: (await page.isVisible('#view-summary')) && (await page.isHidden('#view-map')),
  };
}

/** On a phone nothing but boxes that scroll by themselves is wider than the screen. */
async function narrow(page) {
  await page.setViewportSize({ width: 390, height: 844 });
  const out = {};
  for (const view of await page.$$eval('#tabs button', b => b.map(x => x.id.slice(4)))) {
    await page.click(`#tab-${view}`);
    await page.waitForTimeout(80);
    out[view] = await page.evaluate(() => document.documentElement.scrollWidth);
  }
  return out;
}
