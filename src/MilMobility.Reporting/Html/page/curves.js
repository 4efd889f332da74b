// ---- civil impact hour by hour, as a whole or by manager or region
let civilMode = '',
  civilMetric = '',
  civilDimension = 'all',
  civilPlots = [];

/** What can be drawn over the hours: the account's metrics, and the planner's estimate. */
function curveMetrics(mode) {
  const own = (assessed(mode)?.figures ?? [])
    .map(f => METRICS[f[0]])
    .filter(m => hourly(mode, m.id).length > 0 || assessed(mode).cells.some(c => METRICS[c[0]] === m));
  return [
    ...own.map(m => [m.id, `${metricName(m)} (${unitName(m.unit)})`]),
    ['bands.cost', `${t('bandsPrice')} (\u20ac)`],
    ['bands.delay', t('bandsDelay')],
  ];
}
/** Change by hour for a key: Map key => values by hour. Parts come from single links, of which the page holds those that change most. */
function curves(mode, metric, dimension) {
  const last = Math.max(0, ...hourly(mode, metric).map(h => h[0]), ...data.civil.by_hour.map(h => h.hour));
  const count = Math.max(Math.ceil(lastEnd / HOUR), last + 1) + 1,
    out = new Map();
  const add = (key, hour, value) => {
    if (hour >= count || value === 0) return;
    if (!out.has(key)) out.set(key, new Array(count).fill(0));
    out.get(key)[hour] += value;
  };
  const keyOf = at =>
    dimension === 'manager' ? managerOf(at) || t('unknown') : dimension === 'region' ? regionOf(at) || t('unknown') : t(mode);
  if (metric.startsWith('bands.')) {
    const column = metric === 'bands.cost' ? CELL_COST : CELL_DELAY,
      factor = metric === 'bands.cost' ? 1e-6 : 1;
    for (const c of data.civil.cells) if (modeOf(c[CELL_AT]) === mode) add(keyOf(c[CELL_AT]), c[CELL_HOUR], c[column] * factor);
  } else if (dimension === 'all' && hourly(mode, metric).length > 0) {
    for (const [hour, before, after] of hourly(mode, metric)) add(t(mode), hour, after - before);
  } else {
    for (const c of assessed(mode).cells) if (METRICS[c[0]].id === metric) add(keyOf(c[1]), c[3], c[5] - c[4]);
  }
  return {
    count,
    series: [...out]
      .map(([key, values]) => ({ key, values, sum: values.reduce((a, b) => a + b, 0) }))
      .sort((a, b) => b.sum - a.sum)
      .slice(0, 6),
  };
}

// Okabe and Ito, the darker ones first; lines also differ by their dashes.
const CURVES = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#1c2430', '#e69f00'],
  DASHES = [[], [6, 3], [2, 2], [8, 3, 2, 3], [], [6, 3]];
function plotCurves(host, label, { count, series }) {
  if (series.length === 0) {
    host.replaceChildren(none(t('noChange')));
    return;
  }
  const size = () => ({ width: Math.max(280, host.clientWidth - 4), height: 250 });
  host.replaceChildren();
  const chart = new uPlot(
    {
      ...size(),
      scales: { x: { time: false } },
      cursor: { y: false },
      axes: [
        {
          values: (_, ticks) => ticks.map(s => (local(s).getUTCHours() === 0 ? day(s) : clock(s))),
          space: 72,
          incrs: [3600, 10800, 21600, 43200, 86400, 172800, 345600],
          font: '12px system-ui',
          stroke: SOFT,
        },
        {
          size: 70,
          values: (_, ticks) => ticks.map(v => number(v, Math.abs(ticks.at(-1)) < 5 ? 1 : 0)),
          font: '12px system-ui',
          stroke: SOFT,
        },
      ],
      series: [
        { label: t('hour'), value: (_, v) => (v === null ? '-' : hourText(v / HOUR)) },
        ...series.map((s, i) => ({
          label: s.key,
          stroke: CURVES[i],
          width: 2,
          dash: DASHES[i],
          fill: series.length === 1 ? `${CURVES[0]}33` : null,
          paths: uPlot.paths.stepped({ align: 1 }),
          points: { show: false },
          value: (_, v) => (v === null ? '-' : signed(v)),
        })),
      ],
    },
    [Array.from({ length: count }, (_, h) => h * HOUR), ...series.map(s => s.values)],
    host,
  );
  host.querySelector('canvas').setAttribute('role', 'img');
  host.querySelector('canvas').setAttribute('aria-label', label);
  civilPlots.push({ chart, size, host });
}
addEventListener('resize', () => {
  civilPlots = civilPlots.filter(p => p.host.isConnected);
  for (const p of civilPlots) p.chart.setSize(p.size());
});

function toCivil(mode, metric) {
  civilMode = mode;
  civilMetric = metric;
  dirty.add('civil');
  show('civil');
}

function curveSection() {
  const modes = data.civil.modes.map(m => m.mode).filter(m => MODES.includes(m)),
    host = make('div', { class: 'plot' });
  if (modes.length === 0) return null;
  if (!modes.includes(civilMode))
    civilMode = modes.includes(state.filter.mode)
      ? state.filter.mode
      : modes.includes('rail') && worstTrainHour()
        ? 'rail'
        : modes[0];
  const metrics = curveMetrics(civilMode);
  if (!metrics.some(([id]) => id === civilMetric)) civilMetric = metrics[0][0];
  const select = (id, label, options, value, set) => [
    make('label', { for: id }, label),
    make(
      'select',
      {
        id,
        change: event => {
          set(event.target.value);
          redo(id);
        },
      },
      options.map(([key, text]) => make('option', { value: key, selected: key === value }, text)),
    ),
  ];
  const redo = id => {
    const next = curveSection();
    section.replaceWith(next);
    byId(id).focus();
  };
  const section = titled(
    t('hourByHour'),
    make(
      'div',
      { class: 'bar' },
      select(
        'curve-mode',
        t('mode'),
        modes.map(m => [m, t(m)]),
        civilMode,
        v => {
          civilMode = v;
        },
      ),
      select('curve-metric', t('metric'), metrics, civilMetric, v => {
        civilMetric = v;
      }),
      select(
        'curve-by',
        t('by'),
        ['all', 'manager', 'region'].map(d => [d, t(`by.${d}`)]),
        civilDimension,
        v => {
          civilDimension = v;
        },
      ),
    ),
    host,
    none(t(civilMetric.startsWith('bands.') ? 'bandsNote' : 'curveNote')),
  );
  soon(() => {
    if (host.isConnected)
      plotCurves(
        host,
        `${t('hourByHour')}: ${metrics.find(([id]) => id === civilMetric)[1]}`,
        curves(civilMode, civilMetric, civilDimension),
      );
  });
  return section;
}
