// ---- civil impact: before and after, hour by hour, by manager and region, the paths displaced
function figuresTable(caption, figures, { withMode = false, ...options } = {}) {
  return table(
    caption,
    [
      ...(withMode ? [{ name: t('mode'), of: f => t(METRICS[f[0]].id.split('.')[0]) }] : []),
      {
        name: t('metric'),
        of: f => metricName(METRICS[f[0]]),
        show: f =>
          make(
            'span',
            { title: `${sentence(METRICS[f[0]].definition)} (${sentence(METRICS[f[0]].reference)})` },
            metricName(METRICS[f[0]]),
            make('small', {}, ` ${unitName(METRICS[f[0]].unit)}`),
          ),
        csv: f => `${metricName(METRICS[f[0]])} (${unitName(METRICS[f[0]].unit)})`,
      },
      { name: t('without'), of: f => f[1], number: true },
      { name: t('with'), of: f => f[2], number: true },
      { name: t('change'), of: f => f[2] - f[1], show: changeOf, number: true },
      { name: t('quality'), of: f => f[3], show: f => flag(f[3]) },
    ],
    figures,
    { hideCaption: true, ...options },
  );
}
/** A change with its sign; whether it is for the worse stands in the colour and, for those who do not see it, in a word. */
function changeOf(f) {
  const change = f[2] - f[1];
  if (change === 0) return '0';
  return make(
    'span',
    { class: isWorse(f) ? 'late' : 'good' },
    signed(change),
    make('span', { class: 'unseen' }, ` (${t(isWorse(f) ? 'worse' : 'better')})`),
  );
}
/** The planner's estimate by price bands, by mode: what there is before the account. */
const civilModesTable = () =>
  table(
    t('byModeBands'),
    [
      { name: t('mode'), of: m => t(m.mode) },
      {
        name: t('displaced'),
        of: m => m.displaced,
        show: m => `${figure(m.displaced)} ${t(`displacedUnit.${m.mode}`)}`,
        number: true,
      },
      { name: t('delayHours'), of: m => m.delay, number: true },
      { name: t('price'), of: m => m.cost / 1e6, show: m => euros(m.cost), number: true },
      { name: t('volumeKept'), of: m => m.volume, show: m => percent(m.volume, 2), number: true },
      { name: t('hoursKept'), of: m => m.duration, show: m => percent(m.duration, 2), number: true },
      { name: t('peakOfFree'), of: m => m.peak, show: m => (m.cells > 0 ? percent(m.peak) : '-'), number: true },
    ],
    data.civil.modes,
    { file: 'civil-by-mode' },
  );

function breakdownTable(dimension) {
  const rows = data.assessment.modes
    .filter(m => !state.filter.mode || m.mode === state.filter.mode)
    .flatMap(m =>
      m.breakdowns
        .filter(b => b.dimension === dimension)
        .flatMap(b => b.figures.filter(f => f[1] !== f[2]).map(f => ({ key: b.key, f, mode: m.mode }))),
    );
  if (rows.length === 0) return null;
  return titled(
    t(`by.${dimension}`),
    table(
      t(`by.${dimension}`),
      [
        { name: t(dimension), of: r => r.key },
        { name: t('metric'), of: r => metricName(METRICS[r.f[0]]) },
        { name: t('unit'), of: r => unitName(METRICS[r.f[0]].unit) },
        { name: t('without'), of: r => r.f[1], number: true },
        { name: t('with'), of: r => r.f[2], number: true },
        { name: t('change'), of: r => r.f[2] - r.f[1], show: r => signed(r.f[2] - r.f[1]), number: true },
        { name: t('quality'), of: r => r.f[3], show: r => flag(r.f[3]) },
      ],
      rows,
      { file: `civil-by-${dimension}`, hideCaption: true },
    ),
  );
}
function pathsTable() {
  const rail = assessed('rail');
  if (!rail || rail.paths.length === 0) return null;
  const rows = rail.paths.filter(p => state.filter.hour === '' || p.hour === state.filter.hour);
  return titled(
    t('topPaths'),
    table(
      t('topPaths'),
      [
        { name: t('category'), of: p => t(`category.${p.category}`) },
        {
          name: t('where'),
          of: p =>
            p.links
              .filter(l => l >= 0)
              .map(l => LINKS[l].name)
              .filter((n, i, a) => n !== a[i - 1])
              .join(', '),
        },
        { name: t('hour'), of: p => p.hour, show: p => hourText(p.hour), csv: p => hourText(p.hour), when: true },
        { name: t('step'), of: p => t(`step.${p.step}`) },
        { name: t('paths'), of: p => p.paths, number: true },
        { name: t('trainMinutes'), of: p => p.train_minutes, number: true },
        { name: t('passengerMinutes'), of: p => p.passenger_minutes, number: true },
        { name: t('because'), of: p => p.because.join(', ') },
      ],
      rows,
      {
        file: 'displaced-paths',
        sort: { column: 5, factor: -1 },
        hideCaption: true,
        onRow: p => {
          if (p.links[0] >= 0) choose({ kind: 'link', at: p.links[0] });
        },
      },
    ),
  );
}
const groupTable = (title, groups, file) =>
  groups.length === 0
    ? null
    : titled(
        title,
        table(
          title,
          [
            { name: '', of: g => g.key },
            { name: t('displaced'), of: g => g.displaced, number: true },
            { name: t('delayHours'), of: g => g.delay, number: true },
            { name: t('price'), of: g => g.cost / 1e6, show: g => euros(g.cost), number: true },
          ],
          groups,
          { file, hideCaption: true },
        ),
      );

function drawCivil(box) {
  const figures = data.assessment.modes
    .filter(m => !state.filter.mode || m.mode === state.filter.mode)
    .flatMap(m => m.figures)
    .filter(f => METRICS[f[0]]);
  const notes = [...new Set([...data.assessment.modes.flatMap(m => m.notes), ...(data.assessment.valuation?.notes ?? [])])],
    { civil } = data;
  civilPlots = [];
  box.replaceChildren(
    ...[
      curveSection(),
      figures.length > 0
        ? titled(t('beforeAfter'), figuresTable(t('beforeAfter'), figures, { file: 'civil-impact', withMode: true }))
        : null,
      ...drawValuation(),
      pathsTable(),
      make('div', { class: 'columns' }, breakdownTable('manager'), breakdownTable('region')),
      frontSection(),
      make(
        'details',
        { open: figures.length === 0 },
        make('summary', {}, t('bandsTitle')),
        none(t('bandsNote')),
        civilModesTable(),
        make(
          'div',
          { class: 'columns' },
          groupTable(t('by.manager'), civil.by_manager, 'bands-by-manager'),
          groupTable(t('by.region'), civil.by_region, 'bands-by-region'),
          groupTable(t('railByCategory'), civil.rail, 'bands-rail'),
        ),
      ),
      notes.length > 0
        ? titled(
            t('notes'),
            make(
              'ul',
              {},
              sentences(notes).map(n => make('li', {}, n)),
            ),
          )
        : null,
    ].filter(Boolean),
  );
}
