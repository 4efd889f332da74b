// ---- occupancy: who stands where and when, against what the place holds
const FACILITY_ROW = 46;
const OCCUPANCY_KINDS = ['berth', 'terminal', 'yard', 'rest-area', 'staging', 'mooring'];
let occupancyCache = null;
listen('filter', () => {
  occupancyCache = null;
});

/** Uses of every place: [{ kind, name, at, capacity, unit, uses: [{ from, to, amount, who }] }], those used only. */
function occupancies() {
  return (occupancyCache ??= [...berthUses(), ...transferUses(), ...holdUses()]
    .map(place => ({ ...place, ...stepsOf(place.uses) }))
    .sort(
      (a, b) =>
        OCCUPANCY_KINDS.indexOf(a.kind) - OCCUPANCY_KINDS.indexOf(b.kind) ||
        b.peak / (b.capacity || b.peak) - a.peak / (a.capacity || a.peak),
    ));
}

/** Ships at their berths, from the berth windows of the movements. */
function berthUses() {
  const ships = new Map(),
    shownMovements = new Set(shownSerials().map(s => s.movement));
  for (const m of data.movements)
    if (m.ship && shownMovements.has(m.id)) ships.set(`${m.from} ${m.ship.name}`, { ...m.ship, place: m.from });
  return [...grouped(ships.values(), s => s.place)].map(([place, all]) => {
    const port = FACILITIES.find(f => f.kind === 'port' && f.node >= 0 && NODES[f.node][NODE_PLACE] === place);
    return {
      kind: 'berth',
      name: port?.name ?? place,
      at: port?.node ?? -1,
      capacity: port?.berths || null,
      unit: 'berths',
      uses: all.map(s => ({ from: s.arrives, to: s.departs, amount: 1, who: s.name })),
    };
  });
}

function transferUses() {
  const uses = new Map();
  for (const serial of shownSerials()) {
    for (const step of serial.steps) {
      if (step[0] !== TRANSFER) continue;
      if (!uses.has(step[1])) uses.set(step[1], []);
      uses.get(step[1]).push({ from: step[3], to: step[4], amount: 1, who: serial.id });
    }
  }
  return [...uses].map(([at, list]) => {
    const [, , to, place, kind, positions] = TRANSFERS[at];
    return {
      kind: 'terminal',
      name: `${place || nodeName(to)}: ${t(`transfer.${kind}`)}`,
      at: to,
      capacity: positions || null,
      unit: 'positions',
      uses: list,
    };
  });
}

function holdUses() {
  const byNode = new Map(FACILITIES.filter(f => f.capacity !== null && f.kind !== 'lock').map(f => [f.node, f])),
    uses = new Map();
  for (const serial of shownSerials()) {
    for (const step of serial.steps) {
      if (step[0] !== HOLD || !byNode.has(step[1])) continue;
      const { unit } = byNode.get(step[1]);
      const amount = unit === 'vehicles' ? serial.vehicles : unit === 'lane-metres' ? serial.lane_metres : 1;
      if (!uses.has(step[1])) uses.set(step[1], []);
      uses.get(step[1]).push({ from: step[3], to: step[4], amount, who: serial.id });
    }
  }
  return [...uses].map(([node, list]) => {
    const f = byNode.get(node);
    return { kind: f.kind, name: f.name || nodeName(node), at: node, capacity: f.capacity, unit: f.unit, uses: list };
  });
}

/** Amount over time as steps [second, amount], and its peak. */
function stepsOf(uses) {
  const changes = uses
    .flatMap(u => [
      [u.from, u.amount],
      [u.to, -u.amount],
    ])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const steps = [];
  let amount = 0,
    peak = 0,
    peakAt = 0;
  for (const [at, by] of changes) {
    amount += by;
    if (steps.at(-1)?.[0] === at) steps.at(-1)[1] = amount;
    else steps.push([at, amount]);
    if (amount > peak) {
      peak = amount;
      peakAt = at;
    }
  }
  return { steps: steps.filter((s, i) => i === 0 || s[1] !== steps[i - 1][1]), peak, peakAt };
}
/** Such as: peak 2 of 5 berths. */
const peakText = ({ peak, capacity, unit }) =>
  [t('peak'), number(peak), ...(capacity ? [t('of'), number(capacity)] : []), t(`unit.${unit}`)].join(' ');
const amountAt = (place, seconds) => {
  let amount = 0;
  for (const [at, value] of place.steps) {
    if (at > seconds) break;
    amount = value;
  }
  return amount;
};

function occupancyRows() {
  const rows = [];
  for (const [kind, places] of grouped(occupancies(), p => p.kind)) {
    const text = `${t(`places.${kind}`)} (${number(places.length)})`;
    rows.push(
      {
        height: BAND,
        label: text,
        tip: () => text,
        draw(g, y, chart) {
          g.fillStyle = '#dfe6ee';
          g.fillRect(0, y, chart.width, BAND - 2);
          chart.label(g, text, y + BAND / 2 - 1, 6, true);
        },
      },
      ...places.map(placeRow),
    );
  }
  return rows;
}

function placeRow(place) {
  const top = Math.max(place.peak, place.capacity ?? 0) || 1,
    full = place.capacity && place.peak >= place.capacity;
  const summary = peakText(place);
  return {
    height: FACILITY_ROW,
    label: place.name,
    tip(seconds) {
      const lines = [place.name, `${summary}, ${moment(place.peakAt)}`];
      if (seconds === null) return lines.join('\n');
      const who = place.uses.filter(u => u.from <= seconds && seconds < u.to).map(u => u.who);
      return [
        ...lines,
        `${moment(seconds)}: ${number(amountAt(place, seconds))} ${t(`unit.${place.unit}`)}`,
        who.slice(0, 12).join(', '),
      ].join('\n');
    },
    click() {
      if (place.at >= 0) choose({ kind: 'place', at: place.at });
    },
    draw(g, y, chart) {
      const base = y + FACILITY_ROW - 4,
        room = FACILITY_ROW - 12;
      chart.label(g, place.name, y + 15, 12);
      chart.label(g, summary, y + 32, 12, full, full ? LATE : SOFT);
      place.steps.forEach(([at, amount], i) => {
        const to = place.steps[i + 1]?.[0] ?? at,
          height = (amount / top) * room;
        if (amount > 0)
          chart.bar(g, at, to, base - height, height, place.capacity && amount >= place.capacity ? COLOURS.road : COLOURS.sea);
      });
      if (place.capacity) {
        g.strokeStyle = INK;
        g.lineWidth = 1;
        line(g, chart.left, base - (place.capacity / top) * room, chart.width - 10, base - (place.capacity / top) * room);
      }
      g.strokeStyle = LINE;
      line(g, 0, y + FACILITY_ROW - 1, chart.width, y + FACILITY_ROW - 1);
    },
  };
}

function drawOccupancy(box) {
  if (occupancies().length === 0) {
    box.replaceChildren(none(t('noOccupancy')));
    return null;
  }
  const chart = make('div', { class: 'chart' });
  box.replaceChildren(
    make(
      'div',
      { class: 'legend' },
      make('span', {}, make('i', { style: `background:${COLOURS.sea}` }), t('inUse')),
      make('span', {}, make('i', { style: `background:${COLOURS.road}` }), t('isFull')),
      make('span', {}, make('i', { style: `background:${INK};height:1px` }), t('holdsLine')),
    ),
    chart,
    table(
      t('placesTable'),
      [
        { name: t('place'), of: p => p.name },
        { name: t('kind'), of: p => t(`places.${p.kind}`) },
        { name: t('peak'), of: p => p.peak, number: true },
        { name: t('capacity'), of: p => p.capacity, number: true },
        { name: t('unit'), of: p => t(`unit.${p.unit}`) },
        {
          name: t('peakShare'),
          of: p => (p.capacity ? p.peak / p.capacity : null),
          show: p => (p.capacity ? percent(p.peak / p.capacity) : '-'),
          number: true,
        },
        { name: t('peakAt'), of: p => p.peakAt, show: p => moment(p.peakAt), csv: p => moment(p.peakAt), when: true },
      ],
      occupancies(),
      {
        file: 'occupancy',
        onRow: p => {
          if (p.at >= 0) choose({ kind: 'place', at: p.at });
        },
      },
    ),
  );
  return new RowChart(chart, { label: t('occupancy'), rows: occupancyRows, span: ganttSpan, labelWidth: 260 });
}
