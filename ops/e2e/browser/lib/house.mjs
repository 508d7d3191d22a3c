// The browser, and what no page may do to it: run strange scripts, break its own rules, throw.
import { chromium } from 'playwright-core';

export const url = process.env.EASEL_URL;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

/** What pages were blamed for since the last time it was asked. */
const complaints = [];
export const blame = () => complaints.splice(0);

const listen = (page) => {
  page.on('dialog', (dialog) => {
    if (dialog.type() !== 'confirm') {
      complaints.push(`${page.url()} opened: ${dialog.message()}`);
    }
    return dialog.accept();
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()} threw ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy|^CSP /.test(message.text())) {
      complaints.push(`${page.url()} broke its rules: ${message.text()}`);
    }
  });
};

/** Someone new with a browser of their own: its context and a page. */
export async function arrive(options = {}) {
  const context = await browser.newContext({
    baseURL: url, viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options,
  });
  context.setDefaultTimeout(15_000);
  await context.addInitScript(() => document.addEventListener('securitypolicyviolation',
    (event) => console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`)));
  context.on('page', listen);
  return { context, page: await context.newPage() };
}

export const close = () => browser.close();

/** The function, run the first time only. */
export const once = (work) => {
  let done;
  return () => (done ??= work());
};
