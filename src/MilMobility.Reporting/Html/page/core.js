// The page draws what the run produced and computes nothing of its own, save sums, and positions between two times of a step.
'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const DUTCH_UNITS = Object.fromEntries(data.units);
const MODES = ['road', 'rail', 'water'];
// Okabe and Ito (2008): told apart with every common kind of colour blindness. For areas and lines; text is always ink.
const COLOURS = { road: '#d55e00', rail: '#009e73', water: '#0072b2', sea: '#56b4e9' };
const INK = '#1c2430',
  SOFT = '#4f5a67',
  LINE = '#d8dee6',
  LATE = '#a3123a',
  CHOSEN = '#cc79a7',
  NOW = '#a3123a';
const [MOVE, HOLD, TRANSFER] = [0, 1, 2];
const HOUR = 3600;
const byId = id => document.getElementById(id);
const { nodes: NODES, links: LINKS, transfers: TRANSFERS, facilities: FACILITIES } = data.map;
const [NODE_ID, NODE_NAME, NODE_MODE, NODE_KIND, NODE_LAT, NODE_LON, NODE_PLACE, NODE_REGION] = [0, 1, 2, 3, 4, 5, 6, 7];
const [CELL_AT, CELL_FORWARD, CELL_HOUR, CELL_CAPACITY, CELL_DEMAND, CELL_USE, CELL_DISPLACED, CELL_DELAY, CELL_COST] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8,
];

/** Makes an element; text goes in as text, never as markup; a function becomes a listener. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== ''));
  return element;
}

/** Items by a key, in order of first appearance. */
function grouped(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (groups.has(key)) groups.get(key).push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** A sentence of the planner by its position, in the reader's language. */
const sentence = at => data.sentences[at][isDutch() ? 1 : 0] ?? data.sentences[at][0];
const sentences = list => list.map(sentence);
/** The marking of the run, in the reader's language. */
const marking = () => data.marking[isDutch() ? 1 : 0];

// ---- what the reader has set; views listen to what concerns them
const state = {
  view: 'summary',
  seconds: 0,
  chosen: null,
  filter: { text: '', unit: '', corridor: '', mode: '', hour: '' },
};
const listeners = new Map();
function listen(event, action) {
  if (!listeners.has(event)) listeners.set(event, []);
  listeners.get(event).push(action);
}
function tell(event, detail) {
  for (const action of listeners.get(event) ?? []) action(detail);
}

// ---- time: local civil time from the offsets in force
const startMs = Date.parse(data.clock.start);
function local(seconds) {
  let offset = data.clock.offsets[0][1];
  for (const [from, value] of data.clock.offsets) if (seconds >= from) offset = value;
  return new Date(startMs + (seconds + offset) * 1000);
}
const two = value => String(value).padStart(2, '0');
const clock = seconds => {
  const d = local(seconds);
  return `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;
};
const day = seconds => formats().day.format(local(seconds)).replace(',', '');
const moment = seconds => `${day(seconds)} ${clock(seconds)}`;
const hourText = hour => `${day(hour * HOUR)} ${clock(hour * HOUR)}\u2013${clock((hour + 1) * HOUR)}`;
const duration = seconds =>
  seconds < HOUR
    ? `${Math.round(seconds / 60)} min`
    : `${Math.floor(seconds / HOUR)} ${t('h')} ${two(Math.floor((seconds % HOUR) / 60))}`;
const euros = micro => `${micro < 0 ? '\u2212' : ''}\u20ac\u00a0${number(Math.abs(micro) / 1e6)}`;
const percent = (share, decimals = 0) => `${number(100 * share, decimals)}\u00a0%`;
function number(value, decimals = 0) {
  const cache = formats().numbers;
  cache[decimals] ??= new Intl.NumberFormat(formats().locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return cache[decimals].format(value);
}
/** As many decimals as the size of a figure bears. */
const figure = value => number(value, Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 1 ? 1 : 2);
const signed = value => (value > 0 ? `+${figure(value)}` : figure(value));

// ---- serials, and which of them the filters leave
const serialById = new Map(data.serials.map(s => [s.id, s]));
for (const serial of data.serials) {
  serial.moves = serial.steps.filter(s => s[0] === MOVE);
  serial.modes = [...new Set(serial.legs.map(l => l.mode))];
  serial.out = serial.steps.find(s => s[0] !== HOLD)?.[3] ?? serial.ready;
  serial.words = [serial.id, serial.unit, serial.movement, ...serial.legs.flatMap(l => [l.start, l.end, l.route])]
    .join(' ')
    .toLowerCase();
}
let shownCache = null;
listen('filter', () => {
  shownCache = null;
});
function shownSerials() {
  return (shownCache ??= data.serials.filter(isShown));
}
function isShown(serial) {
  const { text, unit, corridor, mode, hour } = state.filter;
  return (
    (!unit || serial.unit === unit) &&
    (!corridor || serial.corridor === corridor) &&
    (!mode || serial.modes.includes(mode)) &&
    (hour === '' || (serial.out < (hour + 1) * HOUR && serial.finish > hour * HOUR)) &&
    (!text || serial.words.includes(text))
  );
}
const isFiltered = () => Object.values(state.filter).some(v => v !== '');

// ---- resources: links by position, nodes as -2 - position
const modeOf = at => (at >= 0 ? LINKS[at].mode : at <= -2 ? NODES[-2 - at][NODE_MODE] : '');
const nameOf = at => (at >= 0 ? linkName(LINKS[at]) : at <= -2 ? NODES[-2 - at][NODE_NAME] : '-');
const nodeName = at => (at >= 0 ? NODES[at][NODE_NAME] : '-');
const linkName = link => `${link.name}: ${nodeName(link.from)} \u2013 ${nodeName(link.to)}`;
const managerOf = at => (at >= 0 ? LINKS[at].manager : '');
const regionOf = at => (at >= 0 ? LINKS[at].region : at <= -2 ? NODES[-2 - at][NODE_REGION] : '');
const lastEnd = Math.max(HOUR, ...data.serials.map(s => s.finish));
const firstOut = Math.min(data.horizon, ...data.serials.map(s => s.out));

/** Done when what was just made is on the page: at the next frame, or at once where there will be none. */
const pending = [];
function soon(action) {
  pending.push(action);
  requestAnimationFrame(flush);
}
function flush() {
  for (const action of pending.splice(0)) action();
}

function choose(what) {
  state.chosen = what;
  tell('chosen', what);
}

// ---- tip that follows the pointer over canvases
const tip = make('div', { id: 'tip', 'aria-hidden': 'true' });
document.body.append(tip);
function showTip(event, text) {
  tip.style.display = text ? 'block' : 'none';
  if (!text) return;
  tip.textContent = text;
  tip.style.left = `${Math.max(4, Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8))}px`;
  const below = event.clientY + 16;
  tip.style.top = `${below + tip.offsetHeight > innerHeight ? event.clientY - tip.offsetHeight - 8 : below}px`;
}

// ---- assessment: figures by metric id
const METRICS = data.assessment.metrics;
const metricAt = new Map(METRICS.map((m, i) => [m.id, i]));
const assessed = mode => data.assessment.modes.find(m => m.mode === mode);
const figureOf = (mode, metric) => assessed(mode)?.figures.find(f => METRICS[f[0]]?.id === metric);
/** Change of a metric by hour: [hour, before, after]. */
const hourly = (mode, metric) =>
  (assessed(mode)?.breakdowns ?? [])
    .filter(b => b.dimension === 'hour')
    .map(b => [+b.key, ...(b.figures.find(f => METRICS[f[0]]?.id === metric)?.slice(1, 3) ?? [0, 0])])
    .sort((a, b) => a[0] - b[0]);
