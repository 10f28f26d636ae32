// Opens pages in Chromium, wide and narrow, and asks axe-core about them.
//
//   node pages.cjs CHROMIUM FILE…

const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');
const axe = require('axe-core');

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];
const WIDTHS = [1280, 320];

// What a page that is complete in itself does not have.
function strays() {
  const found = [];
  for (const element of document.querySelectorAll('*')) {
    if (element.localName === 'script') found.push('a script');
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) found.push(`a handler, ${name}`);
      const address = ['src', 'href', 'action', 'data', 'srcset'].includes(name);
      if (address && !value.startsWith('#')) found.push(`the address ${value}`);
    }
  }
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  if (!policy?.content.includes("default-src 'none'")) found.push('no security policy');
  return found;
}

// At the narrow width a page may scroll one way only; a table scrolls by itself.
const tooWide = () => document.documentElement.scrollWidth > window.innerWidth;

async function faultsAt(browser, file, width) {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const faults = [];
  const address = pathToFileURL(file).href;
  page.on('console', (message) => faults.push(`the browser says: ${message.text()}`));
  page.on('request', (request) => {
    if (request.url() !== address) faults.push(`it asks for ${request.url()}`);
  });
  await page.goto(address);
  for (const stray of await page.evaluate(strays)) faults.push(`it has ${stray}`);
  if (await page.evaluate(tooWide)) faults.push('it is wider than the window');
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(() => axe.run());
  if (passes.length === 0) faults.push('axe looked at nothing');
  for (const { id, help, nodes } of violations) {
    faults.push(`axe, ${id}: ${help}: ${nodes.map((node) => node.html).slice(0, 2).join(' ')}`);
  }
  await page.close();
  return faults.map((fault) => `${path.basename(file)} at ${width}: ${fault}`);
}

async function main([executablePath, ...files]) {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    for (const file of files) {
      for (const width of WIDTHS) {
        for (const fault of await faultsAt(browser, file, width)) console.log(fault);
      }
    }
  } finally {
    await browser.close();
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.log(`Chromium could not be asked: ${error.message}`);
  process.exitCode = 1;
});
