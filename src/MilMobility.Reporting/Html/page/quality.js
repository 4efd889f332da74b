// ---- how good the plan is, and where its numbers come from
function drawQuality(box) {
  const { run } = data,
    share = value => (run.total > 0 ? value / run.total : null);
  const objective = [
    ...run.objective.map(([name, micro]) => [t(`term.${name}`), micro]),
    [t('objective'), run.total],
    [`${t('bound')} (${t(`boundMethod.${run.bound_method}`)})`, run.bound],
    [t('gapEuros'), run.total - run.bound],
  ];
  const host = make('div', { class: 'plot' });
  box.replaceChildren(
    ...[
      run.violations.length > 0
        ? titled(
            t('violations'),
            table(
              t('violations'),
              [
                { name: t('rule'), of: v => t(`rule.${v.rule}`) },
                { name: t('serials'), of: v => v.serials.join(', ') },
                { name: t('what'), of: v => (TEXTS[`subject.${v.subject}`] ? t(`subject.${v.subject}`) : v.subject) },
                { name: t('from'), of: v => v.from, show: v => moment(v.from), csv: v => moment(v.from), when: true },
                { name: t('found'), of: v => sentence(v.message) },
              ],
              run.violations,
              { hideCaption: true },
            ),
          )
        : null,
      run.trace.length > 1 ? titled(t('trace'), host) : null,
      make(
        'div',
        { class: 'columns' },
        run.total === 0 && run.bound === 0
          ? null
          : titled(
              t('objectiveBoundGap'),
              table(
                t('objectiveBoundGap'),
                [
                  { name: t('term'), of: r => r[0] },
                  { name: t('value'), of: r => r[1] / 1e6, show: r => euros(r[1]), number: true },
                  {
                    name: t('share'),
                    of: r => share(r[1]),
                    show: r => (share(r[1]) === null ? '-' : percent(share(r[1]), 1)),
                    number: true,
                  },
                ],
                objective,
                { hideCaption: true },
              ),
            ),
        run.terms.length > 0
          ? titled(
              t('lexicographic'),
              table(
                t('lexicographic'),
                [
                  { name: t('term'), of: r => t(`term.${r[0]}`) },
                  { name: t('value'), of: r => r[1] / 1e6, show: r => euros(r[1]), number: true },
                  { name: t('bound'), of: r => r[2] / 1e6, show: r => euros(r[2]), number: true },
                ],
                run.terms,
                { hideCaption: true },
              ),
            )
          : null,
        run.check.length === 0
          ? null
          : titled(
              t('checkRules'),
              table(
                t('checkRules'),
                [
                  { name: t('rule'), of: r => t(`rule.${r[0]}`) },
                  { name: t('tests'), of: r => r[1], number: true },
                ],
                run.check,
                { hideCaption: true },
              ),
            ),
      ),
      titled(
        t('shares'),
        make('p', {}, `${t('network')}: `, qualityBar(run.network_quality), qualityText(run.network_quality)),
        make('p', {}, `${t('civilVolumes')}: `, qualityBar(data.civil.quality), qualityText(data.civil.quality)),
      ),
      run.values.length > 0
        ? titled(
            t('valuesOfTime'),
            table(
              t('valuesOfTime'),
              [
                { name: t('category'), of: v => t(`worth.${v.category}`) },
                { name: t('low'), of: v => v.low, show: v => number(v.low, 2), number: true },
                { name: `\u20ac/${t('h')}`, of: v => v.euros, show: v => number(v.euros, 2), number: true },
                { name: t('high'), of: v => v.high, show: v => number(v.high, 2), number: true },
                { name: t('unit'), of: v => t(`worthUnit.${v.unit}`) },
                { name: t('priceLevel'), of: v => v.price_level },
                { name: t('quality'), of: v => v.quality, show: v => flag(v.quality) },
                { name: t('source'), of: v => v.source, show: v => cited(v.source) },
                { name: t('date'), of: v => v.date, when: true },
                { name: t('spread'), of: v => v.spread_source ?? '', show: v => cited(v.spread_source ?? '') },
              ],
              run.values,
              { file: 'values-of-time', hideCaption: true },
            ),
          )
        : null,
      data.map.sources.length > 0
        ? titled(
            t('sources'),
            table(
              t('sources'),
              [
                { name: t('source'), of: s => s[0] },
                { name: t('what'), of: s => s[1], show: s => cited(s[1]) },
                { name: t('date'), of: s => s[2], when: true },
              ],
              data.map.sources,
              { file: 'sources', hideCaption: true },
            ),
          )
        : null,
      run.warnings.length > 0
        ? titled(
            t('warnings', { n: number(run.warnings.length) }),
            make(
              'ul',
              {},
              sentences(run.warnings).map(w => make('li', {}, w)),
            ),
          )
        : null,
      !run.record
        ? null
        : titled(
            t('run'),
            table(
              t('run'),
              [
                { name: t('what'), of: r => r[0] },
                { name: t('value'), of: r => r[1] },
              ],
              recordRows(run.record),
              { hideCaption: true },
            ),
          ),
      run.inputs.length > 0
        ? titled(
            t('inputs'),
            table(
              t('inputs'),
              [
                { name: t('file'), of: r => r[0] },
                { name: 'SHA-256', of: r => r[1], show: r => make('code', {}, r[1]) },
              ],
              run.inputs,
              { file: 'inputs', hideCaption: true },
            ),
          )
        : null,
    ].filter(Boolean),
  );
  soon(() => {
    if (host.isConnected) plotTrace(host);
  });
}

/** What made the run, in words. */
function recordRows(r) {
  const after = seconds => (seconds === null ? t('record.notReached') : `${number(seconds, 1)} s`);
  return [
    ...['program', 'engine', 'scenario', 'network', 'seed', 'identity', 'started'].map(key => [t(`record.${key}`), r[key]]),
    [t('record.stages'), r.stages.map(([stage, seconds]) => `${t(`stage.${stage}`)} ${number(seconds, 1)}`).join('; ')],
    [t('record.firstPlan'), after(r.first_plan)],
    [t('record.gaps'), r.gaps.map(after).join('; ')],
    [t('record.memory'), `${number(r.megabytes)} MB`],
    [t('record.reproducible'), r.reproducible ? t('yes') : t('record.ended')],
    ...r.feedback.map(sentences),
  ];
}

function plotTrace(host) {
  const { trace } = data.run,
    values = key => trace.map(p => p[key] / 1e6),
    all = [...values(1), ...values(2).filter(v => v > 0)];
  const low = Math.min(...all),
    high = Math.max(...all),
    margin = (high - low) * 0.08 || 1,
    size = () => ({ width: Math.max(280, host.clientWidth - 4), height: 220 });
  const series = (label, colour, dash) => ({
    label,
    stroke: colour,
    width: 2,
    dash,
    paths: uPlot.paths.stepped({ align: 1 }),
    points: { show: false },
    value: (_, v) => (v === null ? '-' : `\u20ac ${number(v)}`),
  });
  const chart = new uPlot(
    {
      // The axis does not start at zero: what matters here is the distance between the two lines.
      ...size(),
      scales: { x: { time: false }, y: { range: [low - margin, high + margin] } },
      axes: [
        { label: t('secondsOfPlanning'), stroke: SOFT },
        { label: '\u20ac', size: 92, values: (_, ticks) => ticks.map(v => number(v)), stroke: SOFT },
      ],
      series: [
        { label: t('seconds'), value: (_, v) => (v === null ? '-' : number(v, 1)) },
        series(t('bestPlan'), CURVES[1]),
        series(t('bound'), CURVES[0], [6, 3]),
      ],
    },
    [trace.map(p => p[0]), values(1), values(2)],
    host,
  );
  host.querySelector('canvas').setAttribute('role', 'img');
  host.querySelector('canvas').setAttribute('aria-label', t('trace'));
  civilPlots.push({ chart, size, host });
}
