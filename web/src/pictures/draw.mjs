// Draws every picture of the demo: npm ci && npm run draw.
import './look.mjs';
import './montagne.mjs';
import './ville.mjs';
import './terroir.mjs';
import './shops.mjs';
import {report} from './save.mjs';
report();
