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

function table(headings, rows, numeric = []) {
  const cell = (tag, value, i) => {
    const element = make(tag, numeric.includes(i) ? { class: 'number' } : {});
    element.append(value instanceof Node ? value : String(value));
    return element;
  };
  return make('table', {},
    make('thead', {}, make('tr', {}, ...headings.map((h, i) => cell('th', h, i)))),
    make('tbody', {}, ...rows.map(row => make('tr', {}, ...row.map((v, i) => cell('td', v, i))))));
}
const titled = (title, element) => make('div', {}, make('h3', {}, title), element);

// ---- tip that follows the pointer
const tip = make('div', { id: 'tip' });
document.body.append(tip);
function tipOn(element, text) {
  element.addEventListener('mousemove', event => {
    tip.textContent = typeof text === 'function' ? text(event) : text;
    tip.style.display = 'block';
    tip.style.left = `${Math.min(event.clientX + 14, innerWidth - 430)}px`;
    tip.style.top = `${event.clientY + 14}px`;
  });
  element.addEventListener('mouseleave', () => { tip.style.display = 'none'; });
}

// ---- summary
byId('period').textContent = `${moment(0)} to ${moment(data.horizon)} ${local(data.horizon).getUTCFullYear()}, local time. Phase ${data.phase}. ${data.basis}`;
byId('tiles').append(...data.tiles.map(t => make('div', { class: t.bad ? 'tile bad' : 'tile' }, make('b', {}, t.value), make('span', {}, t.label))));
