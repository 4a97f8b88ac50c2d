// Writes one picture. Its title is what the demo's data say it shows, in French, where a product has it.
import fs from 'node:fs';
import path from 'node:path';
import {optimize} from 'svgo';
import {fresh} from './kit.mjs';

const here = path.dirname(new URL(import.meta.url).pathname);
export const OUT = path.join(here, '../main/webapp/assets/img');
const DEMO = path.join(here, '../../../ejb/src/main/resources/demo');

const alts = new Map();
for (const portal of ['montagne', 'ville', 'terroir']) {
  for (const file of fs.readdirSync(path.join(DEMO, portal))) {
    const merchant = JSON.parse(fs.readFileSync(path.join(DEMO, portal, file)));
    for (const shop of merchant.shops ?? []) for (const product of shop.products) alts.set(product.picture, product.alt[0]);
  }
}

// Low still lifes are framed closer.
const CLOSE = new Set(['the', 'cafe', 'tomme', 'saucisson', 'oeufs', 'miel', 'savon', 'infusion', 'fromages', 'fondue', 'livre', 'huitres', 'huitres-bourriche']);
const drawn = new Map();

const escape = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const small = svg => optimize(svg, {multipass: true, floatPrecision: 1, plugins: [{name: 'preset-default', params: {overrides: {removeDesc: false, mergePaths: false, cleanupIds: true}}}]}).data;

export function save(name, title, body, w = 800, h = 600, close = CLOSE.has(name)) {
  if (drawn.has(name)) throw Error('drawn twice: ' + name);
  const box = close ? '70 105 660 495' : `0 0 ${w} ${h}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${w}" height="${h}" role="img"><title>${escape(alts.get(name + '.svg') ?? title)}</title>${body}</svg>`;
  const text = small(svg.replace(/ +\/>/g, '/>'));
  drawn.set(name, text.length);
  fs.writeFileSync(path.join(OUT, name + '.svg'), text);
  fresh();
}

export function report() {
  const sizes = [...drawn].sort((a, b) => b[1] - a[1]);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  console.log(`${drawn.size} pictures, ${total >> 10} KB; largest ${sizes.slice(0, 5).map(([n, s]) => `${n} ${s >> 10} KB`).join(', ')}`);
  for (const picture of alts.keys()) if (!fs.existsSync(path.join(OUT, picture))) console.log('missing: ' + picture);
}
