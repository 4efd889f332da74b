// ---- euros with their spread, who bears them, carbon, and the plans one may choose from
function spreadBar([low, central, high], top) {
  const at = v => `${Math.max(0, Math.min(100, (100 * v) / top))}%`;
  return make(
    'span',
    { class: 'spread', 'aria-hidden': 'true' },
    make('i', { style: `left:${at(low)};width:calc(${at(high)} - ${at(low)})` }),
    make('b', { style: `left:${at(central)}` }),
  );
}

function drawValuation() {
  const worth = data.assessment.valuation;
  if (!worth) return [];
  const rows = [
    ...worth.rows.filter(r => !state.filter.mode || r.mode === state.filter.mode),
    ...(state.filter.mode
      ? []
      : [{ mode: '', metric: '', euros: worth.total, category: t('total'), quality: null, quantity: null }]),
  ];
  const top = Math.max(1, ...rows.map(r => r.euros[2]));
  const metric = r => METRICS[metricAt.get(r.metric)];
  const out = [
    titled(
      t('worth'),
      table(
        t('worth'),
        [
          {
            name: t('category'),
            of: r => (r.metric ? t(`worth.${r.category}`) : r.category),
            show: r => (r.metric ? t(`worth.${r.category}`) : make('b', {}, r.category)),
          },
          { name: t('metric'), of: r => (metric(r) ? metricName(metric(r)) : '') },
          { name: t('quantity'), of: r => r.quantity, number: true },
          { name: t('low'), of: r => r.euros[0] / 1e6, show: r => euros(r.euros[0]), number: true },
          { name: t('central'), of: r => r.euros[1] / 1e6, show: r => make('b', {}, euros(r.euros[1])), number: true },
          { name: t('high'), of: r => r.euros[2] / 1e6, show: r => euros(r.euros[2]), number: true },
          {
            name: t('spread'),
            of: r => r.euros[2] - r.euros[0],
            show: r => spreadBar(r.euros, top),
            csv: r => (r.euros[2] - r.euros[0]) / 1e6,
          },
          { name: t('quality'), of: r => r.quality ?? '', show: r => (r.quality ? flag(r.quality) : '') },
        ],
        rows,
        { file: 'civil-euros', hideCaption: true },
      ),
    ),
  ];
  const { fairness, carbon } = worth,
    columns = [];
  if (fairness.regions.length > 0) {
    const most = fairness.regions[0][1] || 1;
    columns.push(
      titled(
        t('fairness'),
        none(t('gini', { measure: t(`measure.${fairness.measure}`), gini: number(fairness.gini, 2) })),
        table(
          t('fairness'),
          [
            { name: t('region'), of: r => r[0] },
            { name: t('burden'), of: r => r[1], show: r => number(r[1], 2), number: true },
            { name: t('share'), of: r => r[1] / most, show: r => spreadBar([0, r[1], r[1]], most) },
          ],
          fairness.regions,
          { file: 'fairness', hideCaption: true },
        ),
      ),
    );
  }
  if (carbon.length > 0) {
    columns.push(
      titled(
        t('carbon'),
        table(
          t('carbon'),
          [
            { name: t('mode'), of: c => t(c.mode) },
            { name: 'kg CO\u2082-eq', of: c => c.kg, show: c => signed(c.kg), number: true },
            { name: t('quality'), of: c => c.quality, show: c => flag(c.quality) },
            { name: t('source'), of: c => c.source, show: c => cited(c.source) },
          ],
          carbon,
          { file: 'carbon', hideCaption: true },
        ),
      ),
    );
  }
  if (columns.length > 0) out.push(make('div', { class: 'columns' }, columns));
  return out;
}

/** The front: civil price to the right, movement cost upwards; the run's own point stands out. */
function frontSection() {
  const { front } = data;
  if (!front || front.points.length === 0) return null;
  const host = make('div', { class: 'plot' }),
    points = [...front.points].sort((a, b) => a.civil - b.civil);
  const rows = table(
    t('front'),
    [
      {
        name: t('point'),
        of: p => p.name,
        show: p => (p.name === front.chosen ? make('b', {}, `${p.name} (${t('thisRun')})`) : p.name),
      },
      { name: t('civilPrice'), of: p => p.civil / 1e6, show: p => euros(p.civil), number: true },
      { name: t('movementCost'), of: p => p.movement / 1e6, show: p => euros(p.movement), number: true },
      { name: t('bound'), of: p => p.bound / 1e6, show: p => euros(p.bound), number: true },
      { name: t('late'), of: p => p.serials_late, number: true },
      { name: t('unmoved'), of: p => p.serials_unmoved, number: true },
      { name: t('dominated'), of: p => (p.dominated ? t('yes') : t('no')) },
    ],
    points,
    { file: 'front', hideCaption: true },
  );
  soon(() => {
    if (host.isConnected) plotFront(host, points, front.chosen);
  });
  return titled(t('front'), none(t('frontNote')), host, rows);
}
function plotFront(host, points, chosen) {
  const size = () => ({ width: Math.max(280, host.clientWidth - 4), height: 280 });
  const pick = keep => points.map(p => (keep(p) ? p.movement / 1e6 : null));
  const money = (_, ticks) => ticks.map(v => number(v));
  const dots = (label, colour, big) => ({
    label,
    stroke: colour,
    paths: () => null,
    points: { show: true, size: big ? 16 : 9, fill: colour, stroke: '#fff' },
  });
  const chart = new uPlot(
    {
      ...size(),
      scales: {
        x: {
          time: false,
          range: (_, low, high) => {
            const pad = Math.max(1, (high - low) * 0.06);
            return [Math.max(0, low - pad), high + pad];
          },
        },
      },
      axes: [
        { label: `${t('civilPrice')} (\u20ac)`, values: money, stroke: SOFT, font: '12px system-ui', space: 90 },
        { label: `${t('movementCost')} (\u20ac)`, values: money, size: 84, stroke: SOFT, font: '12px system-ui' },
      ],
      series: [
        { label: t('civilPrice'), value: (_, v) => (v === null ? '-' : number(v)) },
        { label: t('bound'), stroke: CURVES[0], dash: [4, 3], width: 1.5, points: { show: false } },
        dots(t('dominated'), '#8b96a3', false),
        dots(t('undominated'), CURVES[1], false),
        dots(t('thisRun'), CURVES[4], true),
      ],
    },
    [
      points.map(p => p.civil / 1e6),
      points.map(p => p.bound / 1e6),
      pick(p => p.dominated && p.name !== chosen),
      pick(p => !p.dominated && p.name !== chosen),
      pick(p => p.name === chosen),
    ],
    host,
  );
  host.querySelector('canvas').setAttribute('role', 'img');
  host.querySelector('canvas').setAttribute('aria-label', t('front'));
  civilPlots.push({ chart, size, host });
}
