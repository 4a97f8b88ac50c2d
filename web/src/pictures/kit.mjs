// The picture kit: background + objects + palette -> SVG.
// Objects named by fe('…') come from @iconify-json/fluent-emoji-flat (MIT); everything else is drawn here.
import {createRequire} from 'node:module';
const FE = createRequire(import.meta.url)('@iconify-json/fluent-emoji-flat/icons.json').icons;
let uid = 0;
/** Ids start anew in each picture, so that adding one leaves the others as they were. */
export const fresh = () => { uid = 0; };
const r1 = v => Math.round(v * 10) / 10;
const rng = s => () => { s |= 0; s = s + 0x6D2B79F5 | 0; let t = Math.imul(s ^ s >>> 15, 1 | s); t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t; return ((t ^ t >>> 14) >>> 0) / 4294967296; };
const g = (t, body) => `<g transform="${t}">${body}</g>`;
const P = (d, fill, x = '') => `<path d="${d}" fill="${fill}" ${x}/>`;
const R = (x, y, w, h, fill, rx = 0, e = '') => `<rect x="${r1(x)}" y="${r1(y)}" width="${r1(w)}" height="${r1(h)}" fill="${fill}"${rx ? ` rx="${rx}"` : ''} ${e}/>`;
const C = (x, y, r, fill, e = '') => `<circle cx="${r1(x)}" cy="${r1(y)}" r="${r1(r)}" fill="${fill}" ${e}/>`;
const E = (x, y, rx, ry, fill, e = '') => `<ellipse cx="${r1(x)}" cy="${r1(y)}" rx="${r1(rx)}" ry="${r1(ry)}" fill="${fill}" ${e}/>`;
const L = (d, stroke, w, e = '') => `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${w}" stroke-linecap="round" stroke-linejoin="round" ${e}/>`;
const grad = (stops, vert = true) => { const id = 'g' + (++uid); return [`<linearGradient id="${id}" x1="0" y1="0" x2="${vert ? 0 : 1}" y2="${vert ? 1 : 0}">${stops.map((c, i) => `<stop offset="${r1(i / (stops.length - 1) * 100)}%" stop-color="${c}"/>`).join('')}</linearGradient>`, `url(#${id})`]; };
const shadow = (x, y, rx, ry = rx * .16, o = .18) => E(x, y, rx, ry, '#1b1330', `opacity="${o}"`);
// an emoji shape, enlarged; s = size in px; map = recolouring
const fe = (n, x, y, s, {rot = 0, flip = false, map = {}} = {}) => {
  let b = FE[n]?.body; if (!b) throw Error('no ' + n);
  const u = 'e' + (++uid); b = b.replace(/id="([^"]+)"/g, `id="${u}$1"`).replace(/url\(#([^)]+)\)/g, `url(#${u}$1)`).replace(/href="#/g, `href="#${u}`);
  for (const [k, v] of Object.entries(map)) b = b.replaceAll(new RegExp(k, 'gi'), v);
  return `<g transform="translate(${r1(x)} ${r1(y)}) rotate(${rot}) scale(${flip ? -s / 32 : s / 32} ${s / 32}) translate(-16 -16)">${b}</g>`;
};

// ───────── palettes
const PAL = {
  jour:  {sky: ['#BFDDF0', '#EAF4F8'], sun: '#FFF6DC', far: ['#B4CBE4', '#CADBEE'], mid: ['#7D9DC6', '#A9C1DF'], tree: '#2F5668', tree2: '#437086', snow: '#FFFFFF', snow2: '#DCE8F4'},
  aube:  {sky: ['#F3C9B5', '#FBEBDD'], sun: '#FFF3DA', far: ['#D7B7C4', '#EBCFD0'], mid: ['#9486B4', '#BFA9C6'], tree: '#45456F', tree2: '#5F5C8C', snow: '#FFF9F5', snow2: '#EBDDE4'},
  soir:  {sky: ['#2C2F66', '#7A5891', '#EBA184'], sun: '#FFE7C4', far: ['#7C6A9F', '#A988AC'], mid: ['#4B4A82', '#74659B'], tree: '#1F2450', tree2: '#2F356A', snow: '#C9C5E4', snow2: '#A6A3CF'},
  mer:   {sky: ['#C7E2E8', '#F6F2E2'], sun: '#FFFDF0', sea: ['#6FB5B9', '#3E8C9A', '#2B7385'], sand: '#F1DFBE', sand2: '#E4CDA4', land: '#8FB7AE'},
  large: {sky: ['#8FC4D9', '#DDEFF0'], sun: '#FFFFFF', sea: ['#4C9DB2', '#2C7F9A', '#1C6784'], sand: '#F3E4C8', sand2: '#E6D1AA', land: '#7FA9A0'},
  halle: {wall: ['#EFE6D2', '#E2D4B8'], a1: '#F7F0E0', a2: '#6F7F3B', wood: '#B07B4C', wood2: '#8F5F37', wood3: '#C7925F'},
  maree: {wall: ['#DDEBEA', '#C5DCDD'], a1: '#F8F6EE', a2: '#1F6E80', wood: '#A9805A', wood2: '#87623F', wood3: '#C29A72'},
  rouge: {wall: ['#F3E4D8', '#E8D0BF'], a1: '#FBF3E8', a2: '#B4453A', wood: '#AE774D', wood2: '#8B5A37', wood3: '#C68F62'},
  miel:  {wall: ['#F2E3BF', '#E9D09A'], top: '#B57B45', top2: '#9A6434', cloth: '#FBF4E4', stripe: '#C9803A'},
  prune: {wall: ['#D9CBD8', '#C4B0C4'], top: '#7E5566', top2: '#694454', cloth: '#F6EEF0', stripe: '#8A4A66'},
  olive: {wall: ['#DEE3C6', '#C8D0A6'], top: '#A87A4C', top2: '#8C6239', cloth: '#F8F6EA', stripe: '#6F7F3B'},
  gres:  {wall: ['#DCE9EA', '#C2D8DC'], top: '#3F7683', top2: '#33626E', cloth: '#F7FAF9', stripe: '#2B7385'},
  brique:{wall: ['#EFD2BF', '#E3B69B'], top: '#9A5A3D', top2: '#80472E', cloth: '#FBF1E8', stripe: '#B4453A'},
  nuit:  {wall: ['#39426F', '#2B3260'], top: '#6B4A3E', top2: '#563A30', cloth: '#EFE3D0', stripe: '#B4453A'},
};

// ───────── pieces of landscape
function ridge(seed, w, y, amp, step, [base, lit], h) {
  const rd = rng(seed), pts = []; let x = -60, up = true;
  while (x < w + 120) { pts.push([x, y + (up ? -amp * (.55 + rd() * .45) : amp * (.1 + rd() * .35))]); x += step * (.6 + rd() * .6); up = !up; }
  let s = P('M' + pts.map(p => p.map(r1).join(' ')).join('L') + `L${w + 120} ${h}L-60 ${h}Z`, base);
  for (let i = 1; i < pts.length - 1; i++) if (pts[i][1] < pts[i - 1][1] && pts[i][1] < pts[i + 1][1]) {
    const [px, py] = pts[i], [nx, ny] = pts[i + 1], d = ny - py;
    s += P(`M${r1(px)} ${r1(py)}L${r1(px + (nx - px) * .92)} ${r1(py + d * .92)}L${r1(px + (nx - px) * .46)} ${r1(py + d * .74)}L${r1(px + (nx - px) * .3)} ${r1(py + d * .98)}L${r1(px + (nx - px) * .06)} ${r1(py + d * .52)}Z`, lit);
  }
  return s;
}
const pine = (x, y, h, c, c2, snow) => { const w = h * .42; let s = R(x - h * .03, y - h * .1, h * .06, h * .1, '#4a3428');
  for (let i = 0; i < 3; i++) { const ty = y - h * (.08 + i * .27), tw = w * (1 - i * .24), th = h * .42; s += P(`M${r1(x - tw / 2)} ${r1(ty)}L${r1(x)} ${r1(ty - th)}L${r1(x + tw / 2)} ${r1(ty)}Z`, c) + P(`M${r1(x)} ${r1(ty)}L${r1(x)} ${r1(ty - th)}L${r1(x + tw / 2)} ${r1(ty)}Z`, c2);
    if (snow) s += P(`M${r1(x - tw * .16)} ${r1(ty - th * .66)}L${r1(x)} ${r1(ty - th)}L${r1(x + tw * .16)} ${r1(ty - th * .66)}L${r1(x + tw * .05)} ${r1(ty - th * .58)}L${r1(x - tw * .04)} ${r1(ty - th * .7)}Z`, snow); }
  return s; };
const forest = (seed, w, y, n, hmin, hmax, p, snow) => { const rd = rng(seed), a = []; for (let i = 0; i < n; i++) a.push([rd() * w, y + (rd() - .5) * 26, hmin + rd() * (hmax - hmin)]); return a.sort((m, k) => m[1] - k[1]).map(t => pine(...t, p.tree, p.tree2, snow)).join(''); };
const sky = (p, w, h) => { const [d, u] = grad(p.sky); return `<defs>${d}</defs>` + R(0, 0, w, h, u); };
function mountain(p, seed = 3, {w = 800, h = 600, trees = true, base = .66, disc = true} = {}) {
  const y = h * base;
  return sky(p, w, h) + (disc ? C(w * .76, h * .2, h * .085, p.sun, 'opacity=".9"') : '') + ridge(seed, w, y - h * .14, h * .3, w * .16, p.far, h) + ridge(seed + 9, w, y + h * .02, h * .22, w * .14, p.mid, h)
    + (trees ? forest(seed + 2, w, y + h * .07, 26, h * .06, h * .13, p, p.snow) : '')
    + P(`M0 ${r1(y + h * .05)}C${w * .25} ${r1(y)} ${w * .4} ${r1(y + h * .1)} ${w * .62} ${r1(y + h * .05)}S${w * .9} ${r1(y + h * .02)} ${w} ${r1(y + h * .07)}V${h}H0Z`, p.snow2)
    + P(`M0 ${r1(y + h * .14)}C${w * .3} ${r1(y + h * .05)} ${w * .55} ${r1(y + h * .17)} ${w} ${r1(y + h * .1)}V${h}H0Z`, p.snow);
}
function seaside(p, seed = 5, {w = 800, h = 600, hor = .45} = {}) {
  const y = h * hor, rd = rng(seed); let s = sky(p, w, h) + C(w * .24, h * .2, h * .075, p.sun, 'opacity=".95"');
  s += P(`M${w * .55} ${y}C${w * .66} ${y - h * .07} ${w * .8} ${y - h * .09} ${w} ${y - h * .1}V${y}Z`, p.land, 'opacity=".75"');
  s += R(0, y, w, h - y, p.sea[0]) + R(0, y + h * .09, w, h, p.sea[1]) + P(`M0 ${y + h * .22}C${w * .3} ${y + h * .19} ${w * .6} ${y + h * .25} ${w} ${y + h * .21}V${h}H0Z`, p.sea[2]);
  for (let i = 0; i < 16; i++) { const x = rd() * w, yy = y + 14 + rd() * h * .26, l = 18 + rd() * 50; s += L(`M${r1(x)} ${r1(yy)}h${r1(l)}`, '#fff', 3, 'opacity=".35"'); }
  s += P(`M0 ${h * .83}C${w * .22} ${h * .78} ${w * .5} ${h * .86} ${w} ${h * .78}V${h}H0Z`, '#fff', 'opacity=".7"') + P(`M0 ${h * .85}C${w * .22} ${h * .8} ${w * .5} ${h * .88} ${w} ${h * .8}V${h}H0Z`, p.sand) + P(`M0 ${h * .93}C${w * .3} ${h * .89} ${w * .6} ${h * .96} ${w} ${h * .9}V${h}H0Z`, p.sand2);
  return s;
}
function awning(x, y, w, drop, a, b, n = 8) { let s = ''; const k = w / n; for (let i = 0; i < n; i++) s += P(`M${r1(x + i * k)} ${y}h${r1(k)}v${drop}a${r1(k / 2)} ${r1(k / 2.4)} 0 0 1 ${r1(-k)} 0Z`, i % 2 ? a : b); return s + R(x, y, w, drop * .12, '#000', 0, 'opacity=".08"') ; }
function stall(p, seed = 1) {
  const [d, u] = grad(p.wall); let s = `<defs>${d}</defs>` + R(0, 0, 800, 600, u);
  for (let i = 0; i < 4; i++) s += R(60 + i * 190, 190, 110, 150, '#fff', 6, 'opacity=".16"');
  s += R(0, 118, 800, 40, '#2a1a10', 0, 'opacity=".10"') + awning(-20, -10, 840, 112, p.a1, p.a2, 9) + R(0, 432, 800, 168, p.wood2);
  s += R(0, 420, 800, 26, p.wood3); for (let i = 0; i < 6; i++) s += R(i * 140 - 20, 446, 132, 154, p.wood, 0) ; s += R(0, 446, 800, 12, '#000', 0, 'opacity=".14"'); return s;
}
const slate = (x, y, w = 120, h = 74) => R(x + w / 2 - 4, y + h - 4, 8, 40, '#7a5636') + R(x, y, w, h, '#3b4446', 6, 'stroke="#8b6743" stroke-width="7"') + L(`M${x + 18} ${y + h * .36}h${w * .5}M${x + 18} ${y + h * .62}h${w * .66}`, '#f3f0e6', 4.5, 'opacity=".85"');
function table(p, {light = true, cloth = false} = {}) {
  const [d, u] = grad(p.wall); let s = `<defs>${d}</defs>` + R(0, 0, 800, 600, u);
  if (light) s += `<g fill="#fff" opacity=".28"><path d="M90 0h150l110 330h-150zM270 0h150l110 330h-150z"/></g>`;
  s += R(0, 410, 800, 190, p.top2) + R(0, 396, 800, 150, p.top) + R(0, 396, 800, 5, '#fff', 0, 'opacity=".22"') + L('M40 452h220M330 478h310M90 512h180M520 438h200', '#000', 3, 'opacity=".09"');
  if (cloth) s += P('M130 420L690 412L760 560L60 572Z', p.cloth) + L('M168 438L652 431M108 548L712 538', p.stripe, 7, 'opacity=".75"') + L('M162 452L658 445M114 534L706 524', p.stripe, 2.5, 'opacity=".6"');
  return s;
}
function room(p, view) { let s = R(0, 0, 800, 600, '#C8945F'); for (let i = 0; i < 8; i++) s += R(0, i * 56, 800, 53, i % 2 ? '#CE9C68' : '#C6925E');
  s += R(430, 70, 300, 240, '#F6ECDC', 8) + `<svg x="444" y="84" width="272" height="212" viewBox="120 60 560 440" preserveAspectRatio="xMidYMid slice">${view}</svg>` + R(576, 84, 8, 212, '#F6ECDC') + R(420, 306, 320, 18, '#EAD9BE', 5);
  s += R(0, 448, 800, 152, '#8E5F3A') + R(0, 448, 800, 8, '#A87449'); return s; }

// ───────── objects
const shell = (x, y, s, rot) => g(`translate(${r1(x)} ${r1(y)}) rotate(${rot}) scale(${s})`, P('M-50 4C-52-22-22-36 8-33C36-30 54-12 52 6C50 26 20 36-10 33C-34 31-48 22-50 4Z', '#5E665F') + P('M-44 4C-45-18-18-29 9-27C33-25 46-9 45 5C43 21 17 29-9 27C-30 25-43 18-44 4Z', '#8D948A') + P('M-38 4C-38-14-15-23 9-22C29-20 39-8 38 4C36 17 14 23-8 22C-26 20-37 15-38 4Z', '#F4F0E6') + P('M-28 5C-27-9-10-15 8-14C22-13 30-5 29 4C27 13 10 17-6 16C-18 15-28 12-28 5Z', '#C9C3BB') + P('M-20 5C-19-4-8-9 5-8C14-7 20-2 19 4C17 9 6 12-4 11C-13 10-20 9-20 5Z', '#E6DDD0') + E(-4, -3, 8, 3, '#fff', 'opacity=".8"') + L('M-47 10C-36 26-18 31-2 31', '#474e49', 3));
const lemon = (x, y, r) => C(x, y, r, '#F0C330') + C(x, y, r * .86, '#FFF3B8') + C(x, y, r * .76, '#F8D64A') + [0, 1, 2].map(i => `<path d="M${r1(x - r * .74 * Math.cos(i * 1.047))} ${r1(y - r * .74 * Math.sin(i * 1.047))}L${r1(x + r * .74 * Math.cos(i * 1.047))} ${r1(y + r * .74 * Math.sin(i * 1.047))}" stroke="#FFF3B8" stroke-width="${r1(r * .1)}"/>`).join('');
const ice = (seed, cx, cy, rx, ry, n = 60) => { const rd = rng(seed); let s = ''; for (let i = 0; i < n; i++) { const a = rd() * 6.28, q = Math.sqrt(rd()), z = 10 + rd() * 16, ix = r1(cx + Math.cos(a) * rx * q), iy = r1(cy + Math.sin(a) * ry * q); s += `<rect x="${r1(ix - z / 2)}" y="${r1(iy - z / 2)}" width="${r1(z)}" height="${r1(z * .8)}" rx="4" fill="${['#fff', '#E3F1F5', '#CFE4EC'][i % 3]}" transform="rotate(${Math.round(rd() * 60)} ${ix} ${iy})" opacity=".9"/>`; } return s; };
function platter(cx, cy, n = 9) { let s = shadow(cx + 6, cy + 44, 318, 136, .25) + E(cx, cy + 22, 312, 136, '#B9CDD2') + E(cx, cy + 8, 312, 136, '#FFFFFF') + E(cx, cy + 2, 282, 118, '#D3E6EB') + ice(4, cx, cy, 240, 92, 110);
  const pos = [[-124, -64, -10], [-14, -80, 6], [96, -70, -8], [-196, -14, 14], [-84, -10, 6], [24, -18, -6], [132, -12, 8], [218, 6, -12], [-150, 50, -8], [-44, 52, 10], [66, 50, -4], [164, 62, 10]]; s += pos.slice(0, n + 2).map(([a, b, r]) => shell(cx + a, cy + b, 1.04, r)).join('');
  return s + lemon(cx - 244, cy + 44, 34) + lemon(cx + 210, cy - 56, 28); }
function bottle(x, y, h, {glass = '#3F5B34', lit = '#5B7A49', label = '#F7F0DE', cap = '#B4453A', wine} = {}) { const w = h * .27, sh = h * .36; // y = foot
  return shadow(x, y, w * .8) + P(`M${r1(x - w * .16)} ${r1(y - h)}h${r1(w * .32)}v${r1(h * .28)}C${r1(x + w * .16)} ${r1(y - h * .62)} ${r1(x + w / 2)} ${r1(y - h * .62)} ${r1(x + w / 2)} ${r1(y - h * .5)}V${r1(y - 8)}q0 8-8 8H${r1(x - w / 2 + 8)}q-8 0-8-8V${r1(y - h * .5)}C${r1(x - w / 2)} ${r1(y - h * .62)} ${r1(x - w * .16)} ${r1(y - h * .62)} ${r1(x - w * .16)} ${r1(y - h * .72)}Z`, glass)
    + R(x - w * .4, y - h * .5, w * .1, h * .46, lit, 6) + R(x - w * .18, y - h, w * .36, h * .17, cap, 4) + R(x - w / 2, y - sh * 1.12, w, h * .27, label) + R(x - w / 2, y - sh * 1.12, w, 5, cap) + C(x, y - sh * .86, w * .13, cap, 'opacity=".85"') + L(`M${r1(x - w * .3)} ${r1(y - sh * .6)}h${r1(w * .6)}M${r1(x - w * .2)} ${r1(y - sh * .5)}h${r1(w * .4)}`, '#55483a', 3.4); }
const glassW = (x, y, s, wine) => g(`translate(${x} ${y}) scale(${s})`, shadow(0, 0, 44, 8) + E(0, -3, 40, 8, '#ffffff', 'opacity=".75"') + R(-3.5, -80, 7, 78, '#fff', 3, 'opacity=".8"') + P('M-46-200C-56-130-34-82 0-80C34-82 56-130 46-200Z', '#fff', 'opacity=".42"') + P('M-50-150C-48-108-28-86 0-85C28-86 48-108 50-150Z', wine) + L('M-34-190C-38-160-36-140-30-124', '#fff', 5, 'opacity=".8"'));
function chalet(x, y, s = 1, {night = false} = {}) { const win = night ? '#FFD98A' : '#BFDCE8', w2 = night ? '#FFE9B8' : '#E4F1F6'; const Wd = (a, b, w, h) => R(a - 5, b - 5, w + 10, h + 10, '#5D3A22', 3) + R(a, b, w, h, win) + R(a, b, w * .45, h, w2) + R(a + w / 2 - 2.5, b, 5, h, '#5D3A22') + R(a - 14, b - 3, 9, h + 6, '#8F2F2A', 2) + R(a + w + 5, b - 3, 9, h + 6, '#8F2F2A', 2);
  let b = shadow(0, 6, 260, 22, .2) + R(-190, -96, 380, 96, '#B9B2AA') ; const rd = rng(8); for (let i = 0; i < 26; i++) b += R(-186 + (i % 9) * 42 + rd() * 8, -90 + Math.floor(i / 9) * 31, 32 + rd() * 8, 22, ['#A79F97', '#C8C1B8', '#9C958E'][i % 3], 6);
  b += P('M-196-96V-232L0-342L196-232V-96Z', '#9A6238'); for (let i = 0; i < 7; i++) b += L(`M-196 ${-112 - i * 19}h392`, '#7F4D2A', 2.4, 'opacity=".55"');
  b += P('M0-342L196-232V-208L0-318L-196-208V-232Z', '#6D4124', 'opacity=".55"') + P('M-262-214L0-372L262-214L248-196L0-344L-248-196Z', '#F4F6FC') + P('M-248-196L0-344L248-196L240-186L0-330L-240-186Z', '#6A4327') + P('M0-372L262-214L248-196L0-344Z', '#D9DFF0');
  b += R(120, -352, 42, 84, '#A9A199') + R(114, -362, 54, 14, '#F4F6FC', 5) + Wd(-34, -282, 68, 46) + Wd(-150, -196, 62, 54) + Wd(-34, -196, 68, 54) + Wd(88, -196, 62, 54);
  b += R(-214, -128, 428, 12, '#6A4327', 3); for (let i = 0; i < 22; i++) b += R(-208 + i * 19.4, -118, 9, 30, '#7B4D2B', 2); b += R(-214, -92, 428, 9, '#6A4327', 3) + R(-214, -134, 428, 8, '#F4F6FC', 4);
  b += R(-32, -76, 58, 76, '#5D3A22', 4) + R(-24, -68, 42, 68, '#A33A30') + C(10, -32, 3.5, '#F3D08A') + Wd(-140, -70, 52, 40) + Wd(92, -70, 52, 40); return g(`translate(${x} ${y}) scale(${s})`, b); }
const ski = (x, y, h, rot, c, c2) => g(`translate(${x} ${y}) rotate(${rot})`, P(`M-13 0V${-h * .86}C-13 ${-h * .97} 13 ${-h * .97} 13 ${-h * .86}V0Z`, c) + R(-13, -h * .7, 26, h * .12, c2) + R(-13, -h * .2, 26, h * .07, c2) + R(-3, -h * .88, 6, h * .86, '#fff', 2, 'opacity=".25"') + R(-15, -h * .48, 30, 20, '#2b2e38', 4) + R(-14, -h * .36, 28, 26, '#2b2e38', 4));
const pole = (x, y, h, rot, c) => g(`translate(${x} ${y}) rotate(${rot})`, R(-3, -h, 6, h, '#8b94a6', 2) + R(-6, -h - 4, 12, 40, c, 6) + E(0, -20, 16, 5, '#2b2e38'));
function card(x, y, rot, c, c2, s = 1) { return g(`translate(${x} ${y}) rotate(${rot}) scale(${s})`, R(-142, -84, 300, 190, '#1b1330', 18, 'opacity=".16"') + R(-150, -95, 300, 190, c, 18) + `<clipPath id="cc${++uid}"><rect x="-150" y="-95" width="300" height="190" rx="18"/></clipPath><g clip-path="url(#cc${uid})">` + P('M-150 95V38L-86-16L-40 24L24-46L92 18L150-14V95Z', c2) + P('M24-46L60-11L36-2L22-18L6-8L0-20Z', '#fff', 'opacity=".85"') + `</g>` + R(-126, -70, 60, 42, '#E9C46A', 7) + L('M-126-49h60M-106-70v42M-86-70v42', '#B98F35', 2.5) + L('M-40-62h130M-40-40h84', '#fff', 9, 'opacity=".8"') + C(118, -60, 11, 'none', 'stroke="#fff" stroke-width="5"')); }
const cabin = (x, y, s, c = '#B3263A', c2 = '#8C1A2D') => g(`translate(${x} ${y}) scale(${s})`, R(-4, -120, 8, 60, '#2f3346') + R(-26, -128, 52, 14, '#2f3346', 7) + P('M-78-50Q-78-64-62-64H62Q78-64 78-50L84 40Q84 62 62 62H-62Q-84 62-84 40Z', c) + P('M-66-46Q-66-52-58-52H-6V14H-71ZM6-52H58Q66-52 66-46L71 14H6Z', '#D8ECF4') + P('M-62-46L-30-52L-52 14H-70Z', '#fff', 'opacity=".6"') + R(-84, 22, 168, 9, '#fff', 0, 'opacity=".85"') + P('M-84 36H84Q84 62 62 62H-62Q-84 62-84 36Z', c2));
function fishBar(x, y, s, rot = 0) { return g(`translate(${x} ${y}) rotate(${rot}) scale(${s})`, P('M-210 4C-160-52-60-64 40-44C92-34 124-16 146-6L208-50C204-20 204 22 212 52L146 14C110 34 40 54-40 54C-120 54-182 34-210 4Z', '#8FA4AE') + P('M-210 4C-160-52-60-64 40-44C92-34 124-16 146-6C90 2 0-8-80-6C-140-4-180 2-210 4Z', '#5C7683') + P('M-206 8C-150 20-60 30 30 26C80 24 120 18 146 12C110 34 40 54-40 54C-116 54-178 36-206 8Z', '#DDE6E8') + P('M-60-54C-40-84 10-82 44-60L36-45C0-56-30-58-60-54Z', '#4C6470') + P('M-20 52C0 74 30 76 52 66L36 46Z', '#7E949E') + L('M-128-36C-112-12-114 20-130 38', '#3f5560', 5) + C(-164, -10, 12, '#F4E9C8') + C(-164, -10, 7, '#1d2529') + L('M-208 10L-182 14', '#3f5560', 4) + P('M-90 10C-70 6-54 18-60 34C-78 32-92 24-90 10Z', '#6f8791') + L('M-80-22h14M-40-26h14M0-24h14M40-20h14M-60-6h14M-20-6h14M20-6h14', '#C9D6DA', 4, 'opacity=".7"')); }
function wheel(x, y, s, {rind = '#C99A4E', rind2 = '#A97A34', paste = '#F3DC9A', holes = false} = {}) { return g(`translate(${x} ${y}) scale(${s})`, shadow(0, 92, 240, 30) + P('M-220-10V70C-220 132 220 132 220 70V-10Z', rind2) + E(0, -10, 220, 78, rind) + E(0, -14, 196, 64, '#fff', 'opacity=".14"') + P('M0-10L86 62V150C150 140 214 112 220 70V-10Z', rind2) + P('M0-10L220-10V70C216 108 160 138 92 148Z', 'none') + P('M0-12L60 64V144L0 70Z', '#E2C377') + P('M0-12L60 64C130 60 200 30 218-4Z', '#ffffff00') ) + g(`translate(${x + 168 * s} ${y + 66 * s}) scale(${s})`, shadow(20, 84, 130, 18) + P('M-110 40L96-14L138 26V92L-70 112L-110 100Z', paste) + P('M-110 40L96-14L138 26L-70 58Z', '#FBEBBB') + P('M96-14L138 26V92L128 94V30L88-12Z', rind) + (holes ? C(-30, 84, 9, '#DDBD6A') + C(24, 70, 6, '#DDBD6A') + C(70, 84, 8, '#DDBD6A') : C(-20, 84, 4, '#E5C97E') + C(40, 76, 5, '#E5C97E') + C(86, 66, 3, '#E5C97E'))); }
const jar = (x, y, h, fill, lid, lab = '#FBF4E4') => { const w = h * .66; return shadow(x, y, w * .6) + R(x - w / 2, y - h * .84, w, h * .84, '#fff', w * .14, 'opacity=".5"') + R(x - w / 2 + 5, y - h * .74, w - 10, h * .74 - 5, fill, w * .12) + R(x - w * .44, y - h, w * .88, h * .2, lid, 8) + R(x - w * .44, y - h * .87, w * .88, h * .05, '#000', 0, 'opacity=".15"') + R(x - w / 2 + 5, y - h * .55, w - 10, h * .32, lab) + L(`M${r1(x - w * .24)} ${r1(y - h * .44)}h${r1(w * .48)}M${r1(x - w * .16)} ${r1(y - h * .34)}h${r1(w * .32)}`, '#6b5a45', 4) + R(x - w * .4, y - h * .7, w * .08, h * .6, '#fff', 4, 'opacity=".35"'); };
const tin = (x, y, w, h, c, c2, star) => shadow(x, y + 2, w * .6) + R(x - w / 2, y - h, w, h, c, 12) + R(x - w / 2, y - h, w * .14, h, '#fff', 10, 'opacity=".18"') + R(x - w / 2 - 4, y - h - 6, w + 8, h * .2, c2, 10) + R(x - w * .34, y - h * .66, w * .68, h * .46, '#F8EFD9', 6) + (star ? P(`M${x} ${y - h * .62}l7 16 17 2-13 11 4 17-15-9-15 9 4-17-13-11 17-2z`, c) : L(`M${x - w * .2} ${y - h * .5}h${w * .4}M${x - w * .14} ${y - h * .38}h${w * .28}`, c, 5));
const wicker = (x, y, w, h, items) => { let s = shadow(x, y, w * .58, 24) + L(`M${x - w * .4} ${y - h * .8}C${x - w * .36} ${y - h * 2.1} ${x + w * .36} ${y - h * 2.1} ${x + w * .4} ${y - h * .8}`, '#9A6A3A', 15) + E(x, y - h, w / 2, h * .2, '#7A4F28') + items; s += P(`M${x - w / 2} ${y - h}L${x - w * .42} ${y - 10}Q${x - w * .41} ${y} ${x - w * .36} ${y}H${x + w * .36}Q${x + w * .41} ${y} ${x + w * .42} ${y - 10}L${x + w / 2} ${y - h}C${x + w * .3} ${y - h * .8} ${x - w * .3} ${y - h * .8} ${x - w / 2} ${y - h}Z`, '#C28C52');
  for (let i = 0; i < 4; i++) for (let k = 0; k < 9; k++) s += R(x - w * .41 + k * w * .092 + (i % 2 ? w * .046 : 0), y - h * .7 + i * h * .18, w * .064, h * .1, '#A8743F', 5); return s; };
const bucket = (x, y, w, h, c = '#A9B8BE') => shadow(x, y, w * .5) + P(`M${x - w / 2} ${y - h}L${x - w * .38} ${y}H${x + w * .38}L${x + w / 2} ${y - h}Z`, c) + P(`M${x - w / 2} ${y - h}L${x - w * .38} ${y}h${w * .16}L${x - w * .28} ${y - h}Z`, '#fff', 'opacity=".3"') + R(x - w / 2 - 6, y - h - 8, w + 12, 16, '#8FA0A7', 8) + L(`M${x - w * .46} ${y - h * .6}H${x + w * .46}`, '#8FA0A7', 4);
const stem = (n, x, y, s, bx, by, o) => L(`M${x} ${y}Q${(x + bx) / 2 + 10} ${(y + by) / 2} ${bx} ${by}`, '#5E7F3C', 7) + fe(n, x, y, s, o);
function sweater(x, y, s, base = '#FBFAF4', st = '#1F4E6B') { const id = 'sw' + (++uid), body = 'M-70-140Q0-112 70-140L132-112Q152-100 162-70L204 96L136 116L108 20V150Q0 164-108 150V20L-136 116L-204 96L-162-70Q-152-100-132-112Z'; let t = ''; for (let i = 0; i < 11; i++) t += R(-220, -100 + i * 25, 440, 10, st); return g(`translate(${x} ${y}) scale(${s})`, `<clipPath id="${id}"><path d="${body}"/></clipPath>` + P(body, base) + `<g clip-path="url(#${id})">${t}</g>` + P('M-70-140Q0-112 70-140Q52-92 0-90Q-52-92-70-140Z', st) + P('M-108 20V150Q-60 158-40 158V0Z', '#000', 'opacity=".05"')); }
const person = (x, y, h, coat, skin = '#E9B48E', hair = '#3b2a22', leg = '#2b2f45') => g(`translate(${r1(x)} ${r1(y)}) scale(${r1(h) / 100})`, shadow(0, 0, 20, 4, .2) + R(-10, -36, 8, 36, leg, 3) + R(2, -36, 8, 36, leg, 3) + P('M-15-32V-66Q-15-80 0-80Q15-80 15-66V-32Z', coat) + P('M-15-62L-21-40L-15-36ZM15-62L21-40L15-36Z', coat) + C(0, -89, 10, skin) + P('M-10-89A10 10 0 0 1 10-89Q4-94 0-93Q-5-93-10-89Z', hair));
const board = (x, y, w, h) => shadow(x, y + h * .5, w * .52, 18) + R(x - w / 2, y - h / 2, w, h, '#C99763', 26) + R(x - w / 2, y + h / 2 - 12, w, 12, '#A97645', 8) + C(x + w / 2 - 34, y - 4, 12, '#8a5d33') + L(`M${x - w * .4} ${y - 12}h${w * .5}M${x - w * .3} ${y + 10}h${w * .56}`, '#B4814F', 3);

// shopfront for a merchant; open = lights on and door open, closed = shutters down
function shopfront({wall = '#EADFC9', paint = '#1F6E80', a1 = '#F8F6EE', a2 = '#1F6E80', inside = [], closed = false, roof = '#6b6f7d', timber = false, scene = 'ville', flip = false} = {}) {
  const p = scene === 'montagne' ? PAL.jour : PAL.mer, [d, u] = grad(p.sky); let s = `<defs>${d}</defs>` + R(0, 0, 800, 600, u) + R(0, 520, 800, 80, scene === 'montagne' ? '#EEF3FA' : '#D8CFBE') + R(0, 520, 800, 8, '#000', 0, 'opacity=".08"');
  s += R(40, 40, 720, 486, wall); if (timber) s += L('M60 40V270M200 40V270M400 40V270M600 40V270M740 40V270M60 60L200 250M740 60L600 250M40 262H760M200 60L400 250M600 60L400 250', '#7A4B33', 13);
  const win = (x, y) => R(x - 6, y - 6, 102, 142, '#fff', 4) + R(x, y, 90, 130, closed ? '#8fa2ad' : '#A9CBD6') + R(x + 42, y, 6, 130, '#fff') + R(x, y + 60, 90, 6, '#fff') + R(x - 50, y - 2, 40, 134, paint, 3) + R(x + 100, y - 2, 40, 134, paint, 3) + R(x - 14, y + 134, 118, 12, '#fff', 4);
  s += win(170, 76) + win(540, 76) + R(60, 268, 680, 258, paint) + R(60, 268, 680, 54, paint) + R(60, 318, 680, 5, '#000', 0, 'opacity=".2"') + R(250, 283, 300, 24, '#fff', 12, 'opacity=".9"') + L('M284 295h232', paint, 7, 'stroke-dasharray="34 12 52 12 20 12"');
  s += R(88, 340, 424, 164, closed ? '#55616b' : '#FFF1CF', 4);
  if (closed) { for (let i = 0; i < 9; i++) s += R(88, 342 + i * 18, 424, 15, i % 2 ? '#8A97A0' : '#94A1AA'); } else s += R(88, 452, 424, 10, '#C7925F') + inside.map((n, i) => typeof n === 'string' ? fe(n, 150 + i * 100, 410, 88) : n).join('') + `<path d="M120 340h60l-70 164h-22v-90z" fill="#fff" opacity=".35"/>`;
  s += R(548, 340, 150, 186, '#fff', 4) + R(558, 350, 130, 176, closed ? '#4c5761' : '#5c4a38') + (closed ? R(558, 350, 130, 176, '#8A97A0') + R(596, 400, 54, 34, '#fff', 4) + L('M606 412h34M606 422h22', '#B4453A', 4) : P('M558 350L600 366V540L558 526Z', paint) + R(600, 350, 88, 176, '#FFE7B0') + R(620, 430, 50, 96, '#E4B76A', 4));
  s += R(60, 318, 680, 40, '#1b1330', 0, 'opacity=".12"') + (closed ? R(52, 316, 696, 16, a2, 8) : awning(48, 312, 704, 46, a1, a2, 14));
  if (scene === 'montagne') s += P('M20 52Q400 10 780 52V20Q400-20 20 20Z', '#fff') ; else s += R(24, 24, 752, 26, roof, 4);
  s += (closed ? '' : g('translate(92 526)', bucket(0, 0, 56, 50) + fe('potted-plant', 0, -74, 84)) + g('translate(724 526)', bucket(0, 0, 56, 50) + fe('herb', 0, -74, 74))); return flip ? g('translate(800 0) scale(-1 1)', s) : s;
}

export {C, E, L, P, PAL, R, awning, board, bottle, bucket, cabin, card, chalet, fe, fishBar, forest, g, glassW, grad, ice, jar, lemon, mountain, person, pine, platter, pole, r1, ridge, rng, room, seaside, shadow, shell, shopfront, ski, sky, slate, stall, stem, sweater, table, tin, wheel, wicker};
