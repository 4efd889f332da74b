// ---- timeline: a row a serial under its movement; moves by mode, holds thin, transfers dark, the due time a tick
const ROW = 16, HEAD = 34, GAP = 6, OPEN_MAX = 250;
const TRANSFER_COLOUR = '#4a5563', AT_ORIGIN = '#c9d1da', HALT = '#7d8894', LATE = '#b3123e', INK = '#1c2430';
const serialById = new Map(data.serials.map(s => [s.id, s]));
const bands = data.movements.map(movement => {
  const serials = data.serials.filter(s => s.movement === movement.id)
    .map(serial => ({ serial, segments: segmentsOf(serial) }))
    .sort((a, b) => firstOut(a.serial) - firstOut(b.serial) || a.serial.id.localeCompare(b.serial.id));
  return { movement, serials, unmoved: data.unmoved.filter(u => u.movement === movement.id).length };
});
// A corps opens with its movements alone: a thousand rows are read by search, not by scrolling.
const closed = new Set(data.serials.length > OPEN_MAX ? data.movements.map(m => m.id) : []);
let left = 210, scale = 1, first = 0;
const xOf = seconds => left + (seconds - first) * scale;

function firstOut(serial) { return serial.steps.find(s => s[0] !== HOLD)?.[3] ?? serial.ready; }

/** Neighbouring steps of a kind as one bar: a leg over forty links is one rectangle. */
function segmentsOf(serial) {
  const segments = [];
  for (const step of serial.steps) {
    const kind = step[0] === MOVE ? data.links[step[1]].mode : step[0] === HOLD ? (step[5] ? 'origin' : 'halt') : 'transfer';
    const last = segments[segments.length - 1];
    if (last && last.kind === kind && last.to === step[3]) last.to = step[4];
    else segments.push({ kind, from: step[3], to: step[4] });
  }
  return segments;
}

function drawTimeline() {
  const box = byId('timeline'), visible = bands.filter(b => !movementShown || b.movement.id === movementShown);
  const rows = visible.reduce((sum, b) => sum + ROW + GAP + (closed.has(b.movement.id) ? 0 : b.serials.length * ROW), 0);
  // One movement alone gets the whole width: from the hour before it is ready.
  first = movementShown ? Math.max(0, Math.floor(visible[0].movement.ready / 3600) * 3600 - 3600) : 0;
  const finishes = visible.flatMap(b => [b.movement.due, ...b.serials.map(s => s.serial.finish)]);
  const last = Math.min(data.horizon, Math.max(first + 3600, ...finishes) + 3600);
  const width = Math.max(680, box.clientWidth - 2);
  left = width < 900 ? 170 : 250;
  scale = (width - left - 14) / (last - first);
  const axis = make('svg', { width, height: HEAD, class: 'axis' }), svg = make('svg', { width, height: rows + 8 });
  drawGrid(axis, svg, last, rows);
  let y = 0;
  for (const band of visible) {
    svg.append(bandRow(band, y, width));
    y += ROW + GAP;
    if (closed.has(band.movement.id)) continue;
    for (const entry of band.serials) { svg.append(row(entry, y, width)); y += ROW; }
  }
  svg.append(make('line', { id: 'now', y1: 0, y2: rows + 8, stroke: '#b3123e', 'stroke-width': 1, 'stroke-dasharray': '4 3' }));
  box.replaceChildren(axis, svg);
  drawNow(+time.value);
}

function drawGrid(axis, svg, last, rows) {
  const dayWidth = 86400 * scale, tick = dayWidth > 200 ? 6 : dayWidth > 90 ? 12 : 24;
  for (let s = first; s <= last; s += 3600) {
    const hour = local(s).getUTCHours(), midnight = hour === 0;
    if (hour % tick !== 0) continue;
    svg.append(make('line', { x1: xOf(s), x2: xOf(s), y1: 0, y2: rows, stroke: midnight ? '#9aa5b1' : '#e4e9ee' }));
    axis.append(make('line', { x1: xOf(s), x2: xOf(s), y1: midnight ? 2 : 20, y2: HEAD, stroke: midnight ? '#9aa5b1' : '#e4e9ee' }));
    if (midnight) axis.append(make('text', { x: xOf(s) + 4, y: 14, class: 'day' }, dayWidth > 60 ? day(s) : day(s).slice(0, 3)));
    if (midnight && dayWidth <= 60 && dayWidth > 20) axis.append(make('text', { x: xOf(s) + 4, y: 28, class: 'day' }, String(local(s).getUTCDate())));
    if (!midnight) axis.append(make('text', { x: xOf(s) + 3, y: 30, class: 'day' }, `${two(hour)}:00`));
  }
}

/** Text cut to the label column; the whole of it stands in the tip. */
const label = (text, extra = {}) => make('text', { x: 6, ...extra }, text.length * 6.4 > left - 16 ? `${text.slice(0, Math.floor((left - 24) / 6.4))}\u2026` : text);

function bandRow({ movement, serials, unmoved }, y, width) {
  const isClosed = closed.has(movement.id), late = serials.some(s => s.serial.late > 0);
  const group = make('g', { class: 'movement', 'data-movement': movement.id });
  group.append(make('rect', { x: 0, y: y + GAP / 2, width, height: ROW + 1, class: 'head' }));
  group.append(label(`${isClosed ? '\u25b8' : '\u25be'} ${movement.id}  ${movement.from}, ${serials.length} serials`, { y: y + 15, class: late || unmoved ? 'bad' : 'title' }));
  for (const { segments } of isClosed ? serials : []) {
    for (const s of segments.filter(t => MODES.includes(t.kind)))
      group.append(make('rect', { x: xOf(s.from), y: y + GAP, width: Math.max(1, xOf(s.to) - xOf(s.from)), height: ROW - 5, fill: COLOURS[s.kind], opacity: 0.45 }));
  }
  group.append(tickAt(movement.due, y + GAP / 2, late));
  return group;
}

const tickAt = (seconds, y, late) =>
  make('line', { x1: xOf(seconds), x2: xOf(seconds), y1: y + 1, y2: y + ROW - 1, stroke: late ? LATE : INK, 'stroke-width': late ? 2.5 : 1.5 });

function row({ serial, segments }, y, width) {
  const group = make('g', { class: serial === chosen ? 'row chosen' : 'row', 'data-serial': serial.id });
  group.append(make('rect', { class: 'band', x: 0, y, width, height: ROW, fill: 'transparent' }));
  group.append(label(`${serial.id}  ${serial.unit}`, { y: y + 12, x: 16, ...(serial.late > 0 ? { class: 'bad' } : {}) }));
  for (const { kind, from, to } of segments) {
    const thin = kind === 'origin' || kind === 'halt';
    const fill = COLOURS[kind] ?? (kind === 'transfer' ? TRANSFER_COLOUR : kind === 'halt' ? HALT : AT_ORIGIN);
    group.append(make('rect', { x: xOf(from), y: y + (thin ? 7 : 3), width: Math.max(1, xOf(to) - xOf(from)), height: thin ? 3 : ROW - 6, fill }));
  }
  group.append(tickAt(serial.due, y, serial.late > 0));
  return group;
}

/** The time of the map as a line through the rows. */
function drawNow(seconds) {
  const now = byId('now');
  if (now) { now.setAttribute('x1', xOf(seconds)); now.setAttribute('x2', xOf(seconds)); }
}

const arrival = serial => `ready ${moment(serial.ready)}, last tail in ${moment(serial.finish)}, due ${moment(serial.due)}${serial.late > 0 ? `, LATE ${duration(serial.late)}` : ''}`;

function describe(serial) {
  const lines = [`${serial.id}  ${serial.unit}, ${serial.vehicles} vehicles, priority ${serial.priority}${serial.goods ? `, dangerous goods ${serial.goods}` : ''}`];
  for (const leg of serial.legs) lines.push(`${leg.mode} ${moment(leg.from)} - ${clock(leg.to)}  ${leg.route}  ${number(leg.km)} km`);
  return [...lines, arrival(serial)].join('\n');
}

function describeMovement({ movement, serials, unmoved }) {
  const vehicles = serials.reduce((sum, s) => sum + s.serial.vehicles, 0);
  return `${movement.id}  priority ${movement.priority}, ${movement.class}\n${movement.from} to ${movement.to}\n${serials.length} serials with ${number(vehicles)} vehicles move${unmoved ? `, ${unmoved} serials do not` : ''}\nready ${moment(movement.ready)}, due ${moment(movement.due)}\nClick to open or close.`;
}

/** One serial's itinerary, for the panel above the timeline. */
function itinerary(serial) {
  const rows = serial.legs.flatMap(leg => [
    [moment(leg.from), moment(leg.to), leg.mode, `${leg.start} to ${leg.end}`, leg.route, number(leg.km, 1)],
    ...leg.halts.map(h => [moment(h.from), moment(h.to), h.reverses ? 'reverses' : 'halt', h.name, '', '']),
  ]);
  for (const step of serial.steps.filter(s => s[0] === TRANSFER)) rows.push([moment(step[3]), moment(step[4]), 'transfer', step[1], '', '', step[3]]);
  const button = make('button', { type: 'button' }, 'Close');
  button.addEventListener('click', () => choose(serial));
  const toMap = make('button', { type: 'button' }, 'To the map');
  toMap.addEventListener('click', () => byId('map').scrollIntoView({ behavior: 'smooth', block: 'center' }));
  const started = r => r[6] ?? 0;
  return [make('h3', {}, `${serial.id}  ${serial.unit}: ${serial.vehicles} vehicles, priority ${serial.priority}`),
    make('p', { class: serial.late > 0 ? 'late' : 'hint' }, arrival(serial)),
    scrolled(table(['head starts', 'tail clears', '', 'where', 'route', 'km'], inOrder(serial, rows, started).map(r => r.slice(0, 6)), [5])), toMap, ' ', button];
}

/** Legs, halts and transfers in the order in which they begin. */
function inOrder(serial, rows, started) {
  const starts = serial.legs.flatMap(leg => [leg.from, ...leg.halts.map(h => h.from)]);
  return rows.map((r, i) => ({ r, at: i < starts.length ? starts[i] : started(r) })).sort((a, b) => a.at - b.at).map(x => x.r);
}

byId('timeline-legend').append(
  ...MODES.map(mode => make('span', {}, make('i', { style: `background:${COLOURS[mode]}` }), mode)),
  make('span', {}, make('i', { style: `background:${TRANSFER_COLOUR}` }), 'transfer'),
  make('span', {}, make('i', { style: `background:${AT_ORIGIN};height:3px` }), 'waits at origin'),
  make('span', {}, make('i', { style: `background:${HALT};height:3px` }), 'halt'),
  make('span', {}, make('i', { class: 'due' }), 'due time (red when late)'),
  make('span', {}, make('i', { class: 'now' }), 'time of the map'));
const timeline = byId('timeline');
timeline.addEventListener('click', event => {
  const target = event.target.closest('.row, .movement');
  if (!target) return;
  if (target.dataset.serial) { choose(serialById.get(target.dataset.serial)); return; }
  const id = target.dataset.movement;
  if (!closed.delete(id)) closed.add(id);
  drawTimeline();
});
tipOn(timeline, '.row, .movement', target => target.dataset.serial
  ? describe(serialById.get(target.dataset.serial)) : describeMovement(bands.find(b => b.movement.id === target.dataset.movement)));
byId('open-all').addEventListener('click', () => { closed.clear(); drawTimeline(); });
byId('close-all').addEventListener('click', () => { for (const m of data.movements) closed.add(m.id); drawTimeline(); });
byId('find').addEventListener('change', event => {
  const wanted = event.target.value.trim().toLowerCase();
  const found = wanted && data.serials.find(s => s.id.toLowerCase() === wanted || s.unit.toLowerCase().includes(wanted));
  event.target.classList.toggle('missing', Boolean(wanted) && !found);
  if (!found) return;
  closed.delete(found.movement);
  if (chosen !== found) choose(found);
  drawTimeline();
  document.querySelector(`#timeline .row[data-serial="${CSS.escape(found.id)}"]`)?.scrollIntoView({ block: 'center' });
});
time.value = Math.min(data.horizon, firstMove + 3 * 3600);
drawTimeline();
showTime();
let resizing = 0;
addEventListener('resize', () => { clearTimeout(resizing); resizing = setTimeout(drawTimeline, 150); });
