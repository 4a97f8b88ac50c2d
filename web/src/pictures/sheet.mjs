// A page with every picture, or those whose names hold a word: npm run sheet -- chalet > sheet.html, then look at it.
import fs from 'node:fs';
import path from 'node:path';
import {OUT} from './save.mjs';

const words = process.argv.slice(2);
const names = fs.readdirSync(OUT).filter(f => f.endsWith('.svg') && (!words.length || words.some(w => f.includes(w))));
const figure = f => `<figure><img src="file://${path.join(OUT, f)}"><figcaption>${f}</figcaption></figure>`;
console.log(`<!doctype html><meta charset="utf-8"><style>body{display:grid;grid-template-columns:repeat(6,1fr);gap:8px;font:12px sans-serif}figure{margin:0}img{width:100%;aspect-ratio:4/3;object-fit:cover}</style>${names.map(figure).join('')}`);
