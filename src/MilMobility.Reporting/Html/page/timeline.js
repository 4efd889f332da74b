// ---- timeline: a row a serial, grouped by movement; moves by mode, holds thin, transfers dark, the due time a tick
const ROW = 15, LEFT = 190, HEAD = 34;
function drawTimeline() {
  const serials = data.serials.filter(shown)
    .sort((a, b) => a.movement.localeCompare(b.movement, 'en', { numeric: true }) || a.steps[0][3] - b.steps[0][3] || a.id.localeCompare(b.id));
  const ends = serials.map(s => s.finish);
  const last = Math.min(data.horizon, Math.max(3600, ...ends) + 3600);
  const width = Math.max(900, byId('timeline').clientWidth - 20), scale = (width - LEFT - 20) / last;
  const x = seconds => LEFT + seconds * scale;
  const svg = make('svg', { width, height: HEAD + serials.length * ROW + 8 });
  const dayWidth = 86400 * scale, tick = dayWidth > 160 ? 6 : dayWidth > 70 ? 12 : 24;
  for (let s = 0; s <= last; s += 3600) {
    const hour = local(s).getUTCHours();
    if (hour % tick !== 0) continue;
    svg.append(make('line', { x1: x(s), x2: x(s), y1: hour === 0 ? 4 : 20, y2: HEAD + serials.length * ROW, stroke: hour === 0 ? '#9aa5b1' : '#e4e9ee' }));
    if (hour === 0 || tick < 24) svg.append(make('text', { x: x(s) + 3, y: hour === 0 ? 14 : 30, class: 'day' }, hour === 0 ? day(s) : `${two(hour)}:00`));
  }
  serials.forEach((serial, i) => svg.append(row(serial, HEAD + i * ROW, x, width)));
  byId('timeline').replaceChildren(svg);
}

function row(serial, y, x, width) {
  const group = make('g', { class: serial === chosen ? 'row chosen' : 'row', 'data-serial': serial.id });
  group.append(make('rect', { class: 'band', x: 0, y, width, height: ROW, fill: 'transparent' }));
  group.append(make('text', { x: 6, y: y + 11 }, `${serial.id}  ${serial.unit}`.slice(0, 30)));
  for (const step of serial.steps) {
    const [from, to] = [step[3], step[4]];
    const wide = Math.max(1, x(to) - x(from));
    if (step[0] === MOVE) group.append(make('rect', { x: x(from), y: y + 3, width: wide, height: ROW - 6, fill: COLOURS[data.links[step[1]].mode] }));
    else if (step[0] === HOLD) group.append(make('rect', { x: x(from), y: y + 6, width: wide, height: 3, fill: step[5] ? '#c9d1da' : '#7d8894' }));
    else group.append(make('rect', { x: x(from), y: y + 3, width: wide, height: ROW - 6, fill: '#3b4450' }));
  }
  group.append(make('line', { x1: x(serial.due), x2: x(serial.due), y1: y + 1, y2: y + ROW - 1, stroke: serial.late > 0 ? '#b3123e' : '#1c2430', 'stroke-width': 1.5 }));
  tipOn(group, describe(serial));
  group.addEventListener('click', () => choose(serial));
  return group;
}

function describe(serial) {
  const lines = [`${serial.id}  ${serial.unit}, ${serial.vehicles} vehicles, priority ${serial.priority}${serial.goods ? `, dangerous goods ${serial.goods}` : ''}`];
  for (const leg of serial.legs) lines.push(`${leg.mode} ${moment(leg.from)} - ${clock(leg.to)}  ${leg.route}  ${number(leg.km)} km`);
  lines.push(`ready ${moment(serial.ready)}, arrives ${moment(serial.finish)}, due ${moment(serial.due)}${serial.late > 0 ? `, LATE ${duration(serial.late)}` : ''}`);
  return lines.join('\n');
}

byId('timeline-legend').append(
  ...MODES.map(mode => make('span', {}, make('i', { style: `background:${COLOURS[mode]}` }), mode)),
  make('span', {}, make('i', { style: 'background:#3b4450' }), 'transfer'),
  make('span', {}, make('i', { style: 'background:#c9d1da;height:3px' }), 'at origin'),
  make('span', {}, make('i', { style: 'background:#7d8894;height:3px' }), 'hold'),
  make('span', {}, 'vertical tick: due time (red when late)'));
drawTimeline();
addEventListener('resize', drawTimeline);
