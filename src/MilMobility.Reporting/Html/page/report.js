// The page draws what the run produced and computes nothing of its own, save positions between two times of a step.
'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const MODES = ['road', 'rail', 'water'];
const COLOURS = { road: '#d55e00', rail: '#009e73', water: '#0072b2' };
const [MOVE, HOLD, TRANSFER] = [0, 1, 2];
const byId = id => document.getElementById(id);

/** Makes an element; text goes in as text, never as markup. */
function make(tag, attributes = {}, ...children) {
  const svg = ['svg', 'g', 'rect', 'line', 'text', 'path', 'title'].includes(tag);
  const element = svg ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

// ---- time: local civil time from the offsets in force
const startMs = Date.parse(data.clock.start);
function local(seconds) {
  let offset = data.clock.offsets[0][1];
  for (const [from, value] of data.clock.offsets) if (seconds >= from) offset = value;
  return new Date(startMs + (seconds + offset) * 1000);
}
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = value => String(value).padStart(2, '0');
const clock = seconds => { const d = local(seconds); return `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`; };
const day = seconds => { const d = local(seconds); return `${DAYS[d.getUTCDay()]} ${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]}`; };
const moment = seconds => `${day(seconds)} ${clock(seconds)}`;
const duration = seconds => seconds < 3600 ? `${Math.round(seconds / 60)} min` : `${Math.floor(seconds / 3600)} h ${two(Math.floor(seconds % 3600 / 60))}`;
const number = (value, decimals = 0) => value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).replaceAll(',', '\u202f');
const euros = micro => `EUR ${number(micro / 1e6)}`;

/** A time as `moment` writes it: such cells never wrap. */
const WHEN = /^\w{3} \d+ \w{3} \d\d:\d\d$/;

/** A table of texts, numbers or elements; `numeric` names the columns that align right. */
function table(headings, rows, numeric = []) {
  const cell = (tag, value, i) => {
    const kind = numeric.includes(i) ? 'number' : WHEN.test(value) ? 'when' : '';
    const element = make(tag, kind ? { class: kind } : {});
    element.append(value instanceof Node ? value : String(value));
    return element;
  };
  return make('table', {},
    headings.some(h => h !== '') ? make('thead', {}, make('tr', {}, ...headings.map((h, i) => cell('th', h, i)))) : null,
    make('tbody', {}, ...rows.map(row => make('tr', {}, ...row.map((v, i) => cell('td', v, i))))));
}
/** A table that scrolls sideways on a narrow screen instead of widening the page. */
const scrolled = element => make('div', { class: 'scrolled' }, element);
/** A long table in a box with its headings held in sight. */
const tall = element => make('div', { class: 'tall' }, element);
const titled = (title, element) => make('div', {}, make('h3', {}, title), scrolled(element));

const none = text => make('p', { class: 'hint' }, text);

// ---- tip that follows the pointer over the timeline's rows; its text is made when it is needed
const tip = make('div', { id: 'tip' });
document.body.append(tip);
function tipOn(container, selector, textOf) {
  container.addEventListener('mousemove', event => {
    const target = event.target.closest(selector);
    tip.style.display = target ? 'block' : 'none';
    if (!target) return;
    tip.textContent = textOf(target);
    tip.style.left = `${Math.max(4, Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8))}px`;
    const below = event.clientY + 16;
    tip.style.top = `${below + tip.offsetHeight > innerHeight ? event.clientY - tip.offsetHeight - 8 : below}px`;
  });
  container.addEventListener('mouseleave', () => { tip.style.display = 'none'; });
}

// ---- summary
const year = local(data.horizon).getUTCFullYear();
byId('period').textContent = `${moment(0)} to ${moment(data.horizon)} ${year}, local time (Europe/Amsterdam). Phase: ${data.phase}. Legal basis: ${data.basis || 'none stated'}.`;
byId('tiles').append(...data.tiles.map(t => make('div', { class: t.bad ? 'tile bad' : 'tile' }, make('b', {}, t.value), make('span', {}, t.label))));

// What does not move, and why, comes before anything that looks good.
if (data.unmoved.length > 0) {
  const groups = new Map();
  for (const u of data.unmoved) {
    const key = JSON.stringify([u.movement, u.reason, u.detail, u.alternatives]);
    if (!groups.has(key)) groups.set(key, { ...u, ids: [], sum: 0 });
    groups.get(key).ids.push(u.id);
    groups.get(key).sum += u.vehicles;
  }
  byId('unmoved').append(make('h2', {}, 'What does not move, and why'), tall(table(
    ['serials', 'unit', 'vehicles', 'reason', 'detail', 'what would help'],
    [...groups.values()].map(u => [u.ids.join(', '), u.unit, u.sum, make('b', { class: 'late' }, u.reason), u.detail, u.alternatives.join('; ') || '-']), [2])));
} else {
  byId('unmoved').remove();
}
