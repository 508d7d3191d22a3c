// What a designer and someone with a screen reader would say of the page that is shown, light and
// dark, on a desk and on a phone; and its pictures for people to look at.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const sizes = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const heaviest = 200_000;
const tallest = 3_000;

/** In the dark only colours differ. */
async function unusable(page, scheme) {
  const rules = scheme === 'dark' ? { runOnly: ['color-contrast'] } : {};
  await page.evaluate(`typeof axe === 'undefined' && (() => { ${axe} })()`);
  const { violations } = await page.evaluate((chosen) => window.axe.run(
    { resultTypes: ['violations'], preload: false, ...chosen }), rules);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => `${id} (${impact}) ${nodes.length}×, as ${nodes[0].html.slice(0, 160)}`);
}

/** Nothing but pictures may weigh, and nothing may stand in the way of the first paint. */
async function slow(page) {
  const { bytes, blocking } = await page.evaluate(() => ({
    bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .filter((entry) => ['navigation', 'script', 'link', 'css'].includes(entry.initiatorType))
      .reduce((sum, entry) => sum + (entry.encodedBodySize || 0), 0),
    blocking: [...document.querySelectorAll('head script')]
      .filter((script) => !script.defer && !script.async && script.type !== 'module').map((script) => script.src),
  }));
  return [
    ...(bytes > heaviest ? [`weighs ${bytes} bytes apart from pictures`] : []),
    ...blocking.map((script) => `${script} stands in the way of the first paint`),
  ];
}

/** Charts take a moment to fit a new width. */
async function sideways(page) {
  const fits = () => document.documentElement.scrollWidth <= innerWidth;
  return page.waitForFunction(fits, undefined, { timeout: 2_000 }).then(() => [], () => page.evaluate(() => {
    const held = (part) => {
      const parent = part.parentElement;
      return parent && parent !== document.body && (getComputedStyle(parent).overflowX !== 'visible' || held(parent));
    };
    const beyond = [...document.querySelectorAll('body *')]
      .filter((part) => part.getBoundingClientRect().right > innerWidth + 1 && !held(part));
    return [`scrolls sideways, by ${beyond.slice(0, 3).map((part) => part.outerHTML.slice(0, 120)).join(' or ')}`];
  }));
}

async function portrait(page, name) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const { width } = page.viewportSize();
  await page.screenshot({
    path: path.join(process.env.EASEL_SHOTS, `${name}.png`),
    fullPage: true,
    animations: 'disabled',
    clip: { x: 0, y: 0, width, height: Math.min(height, tallest) },
  });
}

/** The faults of the page as it stands, one text each; pictures are named after `name`. */
export async function inspect(page, name) {
  const faults = await slow(page);
  for (const scheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      const found = [...await sideways(page), ...(size === 'desk' ? await unusable(page, scheme) : [])];
      faults.push(...found.map((fault) => `${scheme}, ${size}: ${fault}`));
      await portrait(page, `${name}-${size}-${scheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(sizes.desk);
  return faults;
}
