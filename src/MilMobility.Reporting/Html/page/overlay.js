// ---- what the map's lines are coloured by: use, load against capacity, civil impact, occupancy
// From light to dark, so that the order can be seen without the colours.
const SCALE = ['#9ecae1', '#5b9fd0', '#2171b5', '#6a3d9a', '#2d004b'];
const LOAD_LIMITS = [0.5, 0.8, 0.9, 1];

function colourings() {
  const metrics = data.assessment.modes
    .flatMap(m => [...new Set(m.cells.map(c => c[0]))])
    .map(i => [`metric ${i}`, `${t('change')}: ${metricName(METRICS[i])}`]);
  return [
    ['use', t('colour.use')],
    ...(data.civil.cells.length > 0
      ? [
          ['load', t('colour.load')],
          ['delay', t('colour.delay')],
        ]
      : []),
    ...metrics,
    ...(FACILITIES.length > 0 ? [['places', t('colour.places')]] : []),
  ];
}
const hourShown = () => (state.filter.hour !== '' ? state.filter.hour : Math.floor(state.seconds / HOUR));

function drawOverlay() {
  if (!map) return;
  layers.overlay.clearLayers();
  const legend = byId('map-legend');
  byId('period').disabled = colourBy === 'use' || colourBy === 'places';
  if (colourBy === 'use') legend.replaceChildren(...drawUse());
  else if (colourBy === 'places') legend.replaceChildren(...drawOccupied());
  else legend.replaceChildren(...drawShares());
  layers.places.eachLayer(place => place.bringToFront());
}

function drawUse() {
  const use = new Map();
  for (const serial of shownSerials()) {
    for (const m of serial.moves) {
      const sum = use.get(m[1]) ?? { serials: 0, vehicles: 0 };
      sum.serials++;
      sum.vehicles += serial.vehicles;
      use.set(m[1], sum);
    }
  }
  for (const [i, { serials, vehicles }] of use) {
    const link = LINKS[i];
    if (!link || !modesDrawn.has(link.mode)) continue;
    L.polyline(link.shape, { color: COLOURS[link.mode], weight: 1.5 + Math.min(9, 1.4 * Math.log2(1 + serials)), opacity: 0.85 })
      .bindTooltip(() => `${linkTip(i)}: ${t('nSerials', { n: number(serials) })}, ${t('nVehicles', { n: number(vehicles) })}`, {
        sticky: true,
      })
      .on('click', () => choose({ kind: 'link', at: i }))
      .addTo(layers.overlay);
  }
  return [...MODES.map(m => swatch(COLOURS[m], t(m))), make('span', {}, t('widthBySerials'))];
}
const swatch = (colour, text) => make('span', {}, make('i', { style: `background:${colour}` }), text);

/** Value by link or node for the hour shown or the whole period, and how to say it. */
function shares() {
  const hour = hourShown(),
    all = period === 'all',
    values = new Map();
  const put = (at, value, sum) => values.set(at, sum ? (values.get(at) ?? 0) + value : Math.max(values.get(at) ?? 0, value));
  if (colourBy === 'load') {
    for (const c of data.civil.cells)
      if ((all || c[CELL_HOUR] === hour) && c[CELL_CAPACITY] > 0)
        put(c[CELL_AT], (c[CELL_DEMAND] + c[CELL_USE]) / c[CELL_CAPACITY], false);
    return { values, limits: LOAD_LIMITS, say: v => percent(v), title: t('colour.load') };
  }
  let say = v => `${figure(v)} ${t('unit.hours')}`,
    title = t('colour.delay');
  if (colourBy === 'delay') {
    for (const c of data.civil.cells) if (all || c[CELL_HOUR] === hour) put(c[CELL_AT], c[CELL_DELAY], true);
  } else {
    const metric = +colourBy.split(' ')[1];
    say = v => `${signed(v)} ${METRICS[metric].unit}`;
    title = metricName(METRICS[metric]);
    for (const mode of data.assessment.modes)
      for (const c of mode.cells) if (c[0] === metric && (all || c[3] === hour)) put(c[1], Math.max(0, c[5] - c[4]), true);
  }
  return { values, limits: quantiles([...values.values()].filter(v => v > 0)), say, title };
}
function quantiles(values) {
  if (values.length === 0) return [1, 2, 3, 4];
  values.sort((a, b) => a - b);
  const limits = [0.4, 0.7, 0.9, 0.97].map(
    q => +values[Math.min(values.length - 1, Math.floor(q * values.length))].toPrecision(2),
  );
  return [...new Set(limits)];
}

function drawShares() {
  const { values, limits, say, title } = shares();
  const when = period === 'all' ? t('period.all') : hourText(hourShown());
  const entries = [...values].filter(([, v]) => v > 0).sort((a, b) => a[1] - b[1]);
  for (const [at, value] of entries) {
    const colour = SCALE[limits.filter(l => value > l).length],
      text = () => `${nameOf(at)}: ${title} ${say(value)} (${when})`;
    if (!modesDrawn.has(modeOf(at))) continue;
    if (at >= 0)
      L.polyline(LINKS[at].shape, { color: colour, weight: 5 })
        .bindTooltip(text, { sticky: true })
        .on('click', () => choose({ kind: 'link', at }))
        .addTo(layers.overlay);
    else circle(-2 - at, 7, colour, text);
  }
  if (entries.length === 0) return [make('span', {}, `${when}: ${t('nothingInHour')}`)];
  const bands = [...limits, Infinity].map((limit, i) =>
    swatch(SCALE[i], limit === Infinity ? `> ${say(limits.at(-1))}` : `\u2264 ${say(limit)}`),
  );
  return [make('b', {}, `${title}, ${when}`), ...bands];
}
function circle(node, radius, colour, text) {
  if (node < 0) return;
  const n = NODES[node];
  L.circleMarker([n[NODE_LAT], n[NODE_LON]], { radius, color: '#fff', weight: 1.5, fillColor: colour, fillOpacity: 0.95 })
    .bindTooltip(text, { sticky: true })
    .on('click', () => choose({ kind: 'place', at: node }))
    .addTo(layers.overlay);
}

function drawOccupied() {
  for (const place of occupancies()) {
    const amount = amountAt(place, state.seconds),
      share = place.capacity ? amount / place.capacity : amount / place.peak;
    circle(
      place.at,
      amount > 0 ? 6 + 8 * Math.sqrt(Math.min(1, share)) : 4,
      amount === 0 ? '#fff' : SCALE[LOAD_LIMITS.filter(l => share > l - 1e-9).length],
      () =>
        `${place.name}: ${number(amount)}${place.capacity ? ` ${t('of')} ${number(place.capacity)}` : ''} ${t(`unit.${place.unit}`)}`,
    );
  }
  return [
    make('b', {}, `${t('occupancy')}, ${moment(state.seconds)}`),
    ...[...LOAD_LIMITS, Infinity].map((l, i) => swatch(SCALE[i], l === Infinity ? t('isFull') : `< ${percent(l)}`)),
  ];
}

listen('filter', () => {
  if (map) {
    drawOverlay();
    heads.draw();
    if (state.filter.hour !== '') setTime(state.filter.hour * HOUR + 1800);
  }
});
