// ---- civil impact, quality and sources
function hourlyChart() {
  const hours = data.civil.by_hour;
  if (hours.length === 0) { byId('impact-chart').textContent = 'The plan displaces no civil traffic.'; return; }
  const count = Math.ceil(data.horizon / 3600);
  const xs = Array.from({ length: count }, (_, h) => h * 3600);
  const series = MODES.map(mode => { const values = new Array(count).fill(0); for (const h of hours) values[h.hour] = h[mode] / 1e6; return values; });
  const stacked = series.map((_, i) => xs.map((_, h) => series.slice(0, i + 1).reduce((sum, s) => sum + s[h], 0)));
  const bars = uPlot.paths.bars({ size: [0.9, 60] });
  new uPlot({
    width: byId('impact-chart').clientWidth - 16, height: 240,
    scales: { x: { time: false } },
    axes: [{ values: (_, ticks) => ticks.map(t => moment(t)), space: 110 }, { label: 'EUR per hour', size: 70 }],
    series: [{ label: 'hour', value: (_, v) => v === null ? '' : moment(v) },
      ...[2, 1, 0].map(i => ({ label: MODES[i], stroke: COLOURS[MODES[i]], fill: COLOURS[MODES[i]], paths: bars, points: { show: false },
        value: (_, __, ___, h) => h === null ? '' : `EUR ${number(series[i][h])}` }))],
  }, [xs, stacked[2], stacked[1], stacked[0]], byId('impact-chart'));
}

const groupTable = groups => table(['', 'displaced', 'delay hours', 'price'],
  groups.map(g => [g.key, number(g.displaced, 1), number(g.delay, 1), euros(g.cost)]), [1, 2, 3]);

function impactTables() {
  const priced = groups => groups.filter(g => g.cost > 0).sort((a, b) => b.cost - a.cost);
  byId('impact-tables').append(
    titled('By mode (pcu, train paths, lockages)', groupTable(data.civil.by_mode)),
    titled('Civil traffic kept', table(['mode', 'volume kept', 'link-hours untouched'],
      data.civil.kept.map(k => [k.mode, `${number(100 * k.volume, 2)} %`, `${number(100 * k.duration, 2)} %`]), [1, 2])),
    titled('By infrastructure manager', groupTable(priced(data.civil.by_manager))),
    titled('By region', groupTable(priced(data.civil.by_region))),
    titled('Train paths displaced', data.civil.rail.length > 0 ? groupTable(data.civil.rail) : make('p', { class: 'hint' }, 'none: the residual capacity suffices')));
}

function movementTables() {
  byId('movement-table').append(table(
    ['movement', 'priority', 'from', 'to', 'serials', 'vehicles', 'ready', 'last arrival', 'due'],
    data.movements.map(m => {
      const moved = data.serials.filter(s => s.movement === m.id), lastIn = Math.max(...moved.map(s => s.finish));
      const arrival = moved.length === 0 ? '-' : lastIn > m.due ? make('span', { class: 'late' }, moment(lastIn)) : moment(lastIn);
      return [m.id, m.priority, m.from, m.to, moved.length, moved.reduce((sum, s) => sum + s.vehicles, 0), moment(m.ready), arrival, moment(m.due)];
    }), [1, 4, 5]));
  if (data.unmoved.length > 0) {
    byId('unmoved-table').append(titled('Serials that do not move', table(['serial', 'vehicles', 'reason', 'detail', 'what would help'],
      data.unmoved.map(u => [u.id, u.vehicles, u.reason, u.detail, u.alternatives.join('; ')]), [1])));
  }
}

function traceChart() {
  const trace = data.trace;
  if (trace.length < 2) { byId('trace-chart').remove(); return; }
  new uPlot({
    width: byId('trace-chart').clientWidth - 16, height: 200, scales: { x: { time: false } },
    axes: [{ label: 'seconds of planning' }, { label: 'EUR', size: 90, values: (_, ticks) => ticks.map(t => number(t)) }],
    series: [{ label: 'seconds' },
      { label: 'best plan', stroke: '#d55e00', width: 2, paths: uPlot.paths.stepped({ align: 1 }) },
      { label: 'proven bound', stroke: '#0072b2', width: 2, paths: uPlot.paths.stepped({ align: 1 }) }],
  }, [trace.map(t => t[0]), trace.map(t => t[1] / 1e6), trace.map(t => t[2] / 1e6)], byId('trace-chart'));
}

function qualityTables() {
  byId('quality-tables').append(
    titled('Objective', table(['term', 'value'], data.objective.map(([name, micro]) => [name, euros(micro)]), [1])),
    titled('Independent check', table(['rule', 'tests'], data.check.map(([rule, tests]) => [rule, number(tests)]), [1])));
}

function sourceTables() {
  const share = entries => entries.map(([quality, value]) => `${quality} ${number(100 * value)} %`).join(', ');
  byId('source-tables').append(
    make('p', {}, `Attribute values of the network: ${share(data.quality.network)}. Civil volumes: ${share(data.quality.civil)}.`),
    titled('Values of time', table(['category', 'EUR per hour', 'unit', 'price level', 'source', 'date', 'quality'],
      data.values.map(v => [v.category, number(v.euros, 2), v.unit, v.price_level, v.source, v.date, v.quality]), [1])),
    titled('Run', table(['', ''], data.run)),
    titled('Input files', table(['file', 'SHA-256'], data.inputs.map(([file, hash]) => [file, make('code', {}, hash)]))));
}

hourlyChart(); impactTables(); movementTables(); traceChart(); qualityTables(); sourceTables();
