// ---- how good the plan is, and where its numbers come from
function traceChart() {
  const { trace } = data.run, box = byId('trace-chart');
  if (trace.length < 2) { box.remove(); return; }
  const values = key => trace.map(t => t[key] / 1e6);
  const all = [...values(1), ...values(2).filter(v => v > 0)];
  const low = Math.min(...all), high = Math.max(...all), margin = (high - low) * 0.08 || 1;
  const chart = new uPlot({
    width: box.clientWidth - 18, height: 220,
    // The axis does not start at zero: what matters here is the distance between the two lines.
    scales: { x: { time: false }, y: { range: [low - margin, high + margin] } },
    axes: [{ label: 'seconds of planning' }, { label: 'EUR', size: 92, values: (_, ticks) => ticks.map(t => number(t)) }],
    series: [{ label: 'seconds', value: (_, v) => v === null ? '-' : number(v, 1) },
      { label: 'best plan', stroke: '#d55e00', width: 2, paths: uPlot.paths.stepped({ align: 1 }), value: (_, v) => v === null ? '-' : `EUR ${number(v)}` },
      { label: 'proven bound', stroke: '#0072b2', width: 2, paths: uPlot.paths.stepped({ align: 1 }), value: (_, v) => v === null ? '-' : `EUR ${number(v)}` }],
  }, [trace.map(t => t[0]), values(1), values(2)], box);
  addEventListener('resize', () => chart.setSize({ width: box.clientWidth - 18, height: 220 }));
}

function qualityTables() {
  const { run } = data, share = value => run.total > 0 ? percent(value / run.total) : '-';
  const strong = text => make('b', {}, text);
  byId('quality-tables').append(
    titled('Objective, bound and gap', table(['term', 'value', 'share'], [
      ...run.objective.map(([name, micro]) => [name, euros(micro), share(micro)]),
      [strong('objective'), strong(euros(run.total)), ''],
      [`proven bound (${run.bound_method})`, euros(run.bound), share(run.bound)],
      ['gap: no plan can be better by more than', euros(run.total - run.bound), percent(run.gap)]], [1, 2])),
    titled('Independent check: how often each rule was tested', table(['rule', 'tests'], run.check.map(([rule, tests]) => [rule, number(tests)]), [1])));
  if (run.terms.length > 0) {
    byId('quality-tables').append(titled('Lexicographic order: each term comes before all those below it',
      table(['term', 'value', 'its own bound'], run.terms.map(([name, value, bound]) => [name, euros(value), value === bound ? 'proved' : euros(bound)]), [1, 2])));
  }
  if (run.violations.length > 0) {
    byId('violations').append(make('h3', { class: 'late' }, 'Violations'), scrolled(table(['rule', 'serials', 'subject', 'from', 'found'],
      run.violations.map(v => [v.rule, v.serials.join(', '), v.subject, moment(v.from), v.message]))));
  }
}

/** An assumed value is marked, so that nobody takes it for a known one. */
const flag = quality => make('span', { class: `flag ${quality === 'assumed' ? 'assumed' : ''}` }, quality);

function sourceTables() {
  const { run } = data;
  byId('source-tables').append(
    make('p', {}, `Attribute values of the network: ${run.network_quality}. Civil volumes: ${data.civil.quality}.`),
    titled('Values of time', table(['category', 'low', 'EUR per hour', 'high', 'unit', 'price level', 'quality', 'source', 'date', 'spread'],
      run.values.map(v => [v.category, number(v.low, 2), number(v.euros, 2), number(v.high, 2), v.unit, v.price_level, flag(v.quality), v.source,
        v.date, v.spread_source]), [1, 2, 3])),
    ...(run.warnings.length > 0 ? [titled(`Warnings at load and compile (${run.warnings.length})`, table(['warning'], run.warnings.map(w => [w])))] : []),
    titled('Run', table(['', ''], run.record)),
    titled('Input files', table(['file', 'SHA-256'], run.inputs.map(([file, hash]) => [file, make('code', {}, hash)]))));
}

traceChart(); qualityTables(); sourceTables();
