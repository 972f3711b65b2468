/**
 * Draws every process model as a picture for the documentation: `npm run render`.
 *
 * The pictures are what a reader of README.md sees, so they come from the models and from nothing else.
 * Needs a Chromium (CHROMIUM names it when it is not in a usual place) and a font with Chinese characters.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const MODELS = join(ROOT, 'processes');
const PICTURES = join(ROOT, 'docs', 'images');
const VIEWER = createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-viewer.production.min.js');
const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const MARGIN = 12;
const PIXELS_PER_UNIT = 1.5;

function browserPath() {
  const found = [process.env.CHROMIUM, ...USUAL_PLACES].find(path => path && existsSync(path));
  if (!found) {
    throw new Error('No Chromium found: install one, or let CHROMIUM name its executable.');
  }
  return found;
}

/** Runs in the page: the model as SVG text, with what the importer had to say about it. */
async function drawInPage(xml) {
  const viewer = new window.BpmnJS({ container: document.body });
  const { warnings } = await viewer.importXML(xml);
  const { svg } = await viewer.saveSVG();
  return { svg, warnings: warnings.map(warning => warning.message) };
}

async function render(browser, id) {
  const page = await browser.newPage({ deviceScaleFactor: PIXELS_PER_UNIT });
  try {
    await page.addScriptTag({ path: VIEWER });
    const { svg, warnings } = await page.evaluate(drawInPage, readFileSync(join(MODELS, `${id}.bpmn`), 'utf8'));
    if (warnings.length) {
      throw new Error(`${id}: ${warnings.join('; ')}`);
    }
    await page.setContent(
      `<style>body{margin:0;background:#fff}#picture{display:inline-block;padding:${MARGIN}px;line-height:0}</style>` +
        `<div id="picture">${svg.slice(svg.indexOf('<svg'))}</div>`
    );
    const target = join(PICTURES, `${id}.png`);
    writeFileSync(target, await page.locator('#picture').screenshot());
    console.log(target.slice(ROOT.length + 1));
  } finally {
    await page.close();
  }
}

mkdirSync(PICTURES, { recursive: true });
const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', '--disable-gpu'] });
try {
  const ids = readdirSync(MODELS).filter(file => file.endsWith('.bpmn')).map(file => file.slice(0, -'.bpmn'.length));
  for (const id of ids.sort()) {
    await render(browser, id);
  }
} finally {
  await browser.close();
}
