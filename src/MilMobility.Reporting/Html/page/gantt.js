// ---- Gantt: corridors, under them their movements, under these their serials
const ROW = 18,
  BAND = 24,
  OPEN_MAX = 250;
const PART = { transfer: '#4a5563', origin: '#c9d1da', halt: '#8b96a3' };
/** A reader to whom no corridor is told sees none named either. */
const hasCorridors = data.corridors.length > 0;
const corridorName = id => {
  const c = id ? data.corridors.find(x => x.id === id) : null;
  return c ? `${c.id.toUpperCase()} ${c.name}` : id || t('noCorridor');
};
// A corps opens with its movements alone: a thousand rows are read by search, not by scrolling.
const closedBands = new Set(data.serials.length > OPEN_MAX ? data.movements.map(m => m.id) : []);
const movementById = new Map(data.movements.map(m => [m.id, m]));
let gantt = null;

/** Neighbouring steps of a kind as one bar: a leg over forty links is one rectangle. */
function segmentsOf(serial) {
  if (serial.segments) return serial.segments;
  const segments = [];
  for (const step of serial.steps) {
    const kind =
      step[0] === MOVE ? (LINKS[step[1]]?.mode ?? 'road') : step[0] === HOLD ? (step[5] ? 'origin' : 'halt') : 'transfer';
    const last = segments.at(-1);
    if (last && last.kind === kind && last.to === step[3]) last.to = step[4];
    else segments.push({ kind, from: step[3], to: step[4], at: step[0] === MOVE ? null : step });
  }
  return (serial.segments = segments);
}

function ganttRows() {
  const rows = [],
    byMovement = grouped(shownSerials(), s => s.movement);
  const corridors = grouped([...byMovement.keys()], id => movementById.get(id)?.corridor ?? '');
  for (const corridor of [...corridors.keys()].sort()) {
    const movements = corridors.get(corridor),
      all = movements.flatMap(m => byMovement.get(m));
    if (hasCorridors) rows.push(corridorRow(corridor, all));
    for (const id of movements) {
      const serials = byMovement.get(id).sort((a, b) => a.out - b.out || a.id.localeCompare(b.id));
      rows.push(movementRow(movementById.get(id) ?? { id, from: '', due: 0 }, serials));
      if (!closedBands.has(id)) rows.push(...serials.map(serialRow));
    }
  }
  return rows;
}

function corridorRow(corridor, serials) {
  const last = Math.max(...serials.map(s => s.finish));
  const text = `${corridorName(corridor)}: ${t('nSerials', { n: number(serials.length) })}`;
  return {
    height: BAND,
    label: text,
    tip: () => `${text}\n${t('lastCloses')}: ${moment(last)}`,
    draw(g, y, chart) {
      g.fillStyle = '#dfe6ee';
      g.fillRect(0, y, chart.width, BAND - 2);
      chart.label(g, text, y + BAND / 2 - 1, 6, true);
      mark(g, chart.x(last), y + 2, BAND - 6, INK, chart);
    },
  };
}

function movementRow(movement, serials) {
  const isClosed = closedBands.has(movement.id),
    late = serials.some(s => s.late > 0);
  const text = movement.from ? `${movement.id}  ${movement.from} \u2192 ${movement.to ?? ''}` : movement.id || t('serials');
  const times = movement.from ? [`${t('ready')} ${moment(movement.ready)}, ${t('due')} ${moment(movement.due)}`] : [];
  return {
    height: ROW + 4,
    label: text,
    tip: () => [text, t('nSerials', { n: number(serials.length) }), ...times, t('openClose')].join('\n'),
    click() {
      if (!closedBands.delete(movement.id)) closedBands.add(movement.id);
      gantt.refresh();
    },
    draw(g, y, chart) {
      g.fillStyle = '#f0f3f6';
      g.fillRect(0, y, chart.width, ROW + 2);
      if (isClosed) {
        g.globalAlpha = 0.5;
        for (const s of serials)
          for (const p of segmentsOf(s)) if (COLOURS[p.kind]) chart.bar(g, p.from, p.to, y + 4, ROW - 6, COLOURS[p.kind]);
        g.globalAlpha = 1;
      }
      chart.label(g, `${isClosed ? '\u25b8' : '\u25be'} ${text}`, y + ROW / 2 + 1, 10, true, late ? LATE : INK);
      if (movement.from) mark(g, chart.x(movement.due), y + 2, ROW - 2, late ? LATE : INK, chart);
    },
  };
}

function serialRow(serial) {
  return {
    height: ROW,
    label: serial.id,
    serial,
    tip: seconds => serialTip(serial, seconds),
    click() {
      choose({ kind: 'serial', serial });
    },
    draw(g, y, chart) {
      if (state.chosen?.serial === serial) {
        g.fillStyle = '#fbe9f3';
        g.fillRect(0, y, chart.width, ROW);
      }
      chart.label(g, `${serial.id}  ${serial.unit}`, y + ROW / 2, 22, serial.late > 0, serial.late > 0 ? LATE : INK);
      for (const { kind, from, to } of segmentsOf(serial)) {
        const thin = kind === 'origin' || kind === 'halt';
        chart.bar(g, from, to, y + (thin ? 8 : 3), thin ? 3 : ROW - 6, COLOURS[kind] ?? PART[kind]);
      }
      mark(g, chart.x(serial.due), y + 1, ROW - 2, serial.late > 0 ? LATE : INK, chart);
    },
  };
}
function mark(g, x, y, height, colour, chart) {
  if (x < chart.left) return;
  g.fillStyle = colour;
  g.fillRect(x - 1, y, 2, height);
}

const loadText = serial =>
  t('nVehicles', { n: number(serial.vehicles) }) + (serial.goods ? `, ${t('dangerous')} ${serial.goods}` : '');
function closesText(serial) {
  const late = serial.late > 0 ? `, ${t('late')} ${duration(serial.late)}` : '';
  return `${t('closes')} ${moment(serial.finish)}, ${t('due')} ${moment(serial.due)}${late}`;
}

function serialTip(serial, seconds) {
  const lines = [`${serial.id}  ${serial.unit}, ${loadText(serial)}`];
  for (const leg of serial.legs) {
    const here = seconds !== null && leg.from <= seconds && seconds < leg.to ? '\u25b6 ' : '';
    lines.push(`${here}${t(leg.mode)} ${moment(leg.from)}\u2013${clock(leg.to)}  ${leg.start} \u2013 ${leg.end}  ${leg.route}`);
  }
  lines.push(closesText(serial));
  return lines.join('\n');
}

function ganttSpan() {
  const serials = shownSerials(),
    { hour } = state.filter;
  if (hour !== '') return [hour * HOUR - 3 * HOUR, (hour + 1) * HOUR + 9 * HOUR];
  if (serials.length === 0) return [0, data.horizon];
  const first = Math.min(...serials.map(s => s.out)),
    last = Math.max(...serials.map(s => s.finish));
  return [Math.max(0, first - HOUR), last + (last - first) * 0.03 + HOUR];
}

function drawGantt(box) {
  const legend = make(
    'div',
    { class: 'legend' },
    ...MODES.map(m => make('span', {}, make('i', { style: `background:${COLOURS[m]}` }), t(m))),
    make('span', {}, make('i', { style: `background:${PART.transfer}` }), t('transfer')),
    make('span', {}, make('i', { style: `background:${PART.origin};height:3px` }), t('atOrigin')),
    make('span', {}, make('i', { style: `background:${PART.halt};height:3px` }), t('halt')),
    make('span', {}, make('i', { class: 'due' }), t('dueMark')),
    make('span', {}, make('i', { class: 'now' }), t('nowMark')),
  );
  const all = make(
    'button',
    {
      type: 'button',
      click: () => {
        closedBands.clear();
        gantt.refresh();
      },
    },
    t('openAll'),
  );
  const noneOpen = make(
    'button',
    {
      type: 'button',
      click: () => {
        for (const m of data.movements) closedBands.add(m.id);
        gantt.refresh();
      },
    },
    t('closeAll'),
  );
  const chart = make('div', { class: 'chart' });
  box.replaceChildren(make('div', { class: 'bar' }, legend, all, noneOpen), chart);
  gantt = new RowChart(chart, { label: t('gantt'), rows: ganttRows, span: ganttSpan, labelWidth: 320 });
  return gantt;
}
