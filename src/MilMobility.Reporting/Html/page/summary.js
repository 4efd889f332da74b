// ---- summary: one screen, the answers first
const CORE_METRICS = [
  'road.vehicle-hours-lost',
  'rail.train-minutes-lost',
  'rail.passenger-minutes-lost',
  'rail.passenger-punctuality',
  'rail.freight-punctuality',
  'rail.paths-cancelled',
  'water.barge-hours-waiting',
  'water.mean-lock-wait',
];

const lastSerial = () => data.serials.reduce((a, b) => (!a || b.finish > a.finish ? b : a), null);

/** The hour in which trains lose most, by the first rail metric that changes: { hour, value, metric }; null when none does. */
function worstTrainHour() {
  for (const id of ['rail.train-minutes-lost', 'rail.passenger-minutes-lost', 'rail.sections-over-uic406']) {
    const worst = hourly('rail', id)
      .map(([hour, before, after]) => ({ hour, value: after - before, metric: METRICS[metricAt.get(id)] }))
      .sort((a, b) => b.value - a.value)[0];
    if (worst?.value > 0) return worst;
  }
  return null;
}
/** Before trains are assessed: the hour with the largest share of a section's paths taken. */
function busiestTrainHour() {
  let best = null;
  for (const c of data.civil.cells) {
    if (modeOf(c[CELL_AT]) !== 'rail' || c[CELL_USE] <= 0 || !c[CELL_CAPACITY]) continue;
    const share = (c[CELL_DEMAND] + c[CELL_USE]) / c[CELL_CAPACITY];
    if (!best || share > best.share) best = { hour: c[CELL_HOUR], share, at: c[CELL_AT] };
  }
  return best;
}
function trainTile() {
  const worst = worstTrainHour(),
    busiest = worst ? null : busiestTrainHour();
  if (worst)
    return tile(
      t('worstTrains'),
      hourText(worst.hour),
      `${signed(worst.value)} ${unitName(worst.metric.unit)} (${metricName(worst.metric)})`,
      () => toCivil('rail', worst.metric.id),
    );
  if (busiest)
    return tile(
      t('busiestTrains'),
      hourText(busiest.hour),
      `${t('pathsTaken', { share: percent(busiest.share) })}: ${nameOf(busiest.at)}`,
      () => show('map'),
    );
  return tile(t('worstTrains'), '-', t('trainsUnhurt'));
}

function tile(label, value, note, click = null, isBad = false) {
  const content = [
    make('span', { class: 'tile-label' }, label),
    make('b', {}, value),
    make('span', { class: 'tile-note' }, note),
  ];
  return click
    ? make('button', { type: 'button', class: `tile${isBad ? ' bad' : ''}`, click }, content)
    : make('div', { class: `tile${isBad ? ' bad' : ''}` }, content);
}

function tiles() {
  const { run, civil, unmoved, serials } = data,
    late = serials.filter(s => s.late > 0),
    all = serials.length + unmoved.length,
    last = lastSerial();
  const worth = data.assessment.valuation,
    vehicles = serials.reduce((n, s) => n + s.vehicles, 0);
  return [
    last
      ? tile(t('lastCloses'), moment(last.finish), `${last.id}  ${last.unit}`, () => choose({ kind: 'serial', serial: last }))
      : null,
    all === 0
      ? null
      : tile(
          t('moved'),
          `${number(serials.length)} ${t('of')} ${number(all)}`,
          vehicles > 0 ? t('nVehicles', { n: number(vehicles) }) : '',
        ),
    all === 0
      ? null
      : tile(
          t('unmoved'),
          number(unmoved.length),
          unmoved.length === 0 ? t('allMove') : reasons(unmoved),
          unmoved.length > 0 ? () => show('tables') : null,
          unmoved.length > 0,
        ),
    all === 0 || data.audience !== 'planner'
      ? null
      : tile(
          t('lateSerials'),
          number(late.length),
          late.length === 0 ? t('allInTime') : t('mostLate', { time: duration(Math.max(...late.map(s => s.late))) }),
          null,
          late.length > 0,
        ),
    trainTile(),
    worth
      ? tile(t('civilWorth'), euros(worth.total[1]), `${euros(worth.total[0])} \u2013 ${euros(worth.total[2])}`, () =>
          show('civil'),
        )
      : tile(t('civilPrice'), euros(civil.total), t('byPriceBands'), () => show('civil')),
    data.audience !== 'planner'
      ? null
      : tile(t('gap'), percent(run.gap, 1), t('gapMeans', { euros: euros(run.total - run.bound) }), () => show('quality')),
    data.audience !== 'planner'
      ? null
      : tile(
          t('check'),
          run.violated > 0 ? t('nViolations', { n: number(run.violated) }) : t('holds'),
          t('nTests', { n: number(run.check.reduce((n, c) => n + c[1], 0)) }),
          () => show('quality'),
          run.violated > 0,
        ),
  ].filter(Boolean);
}
const reasons = unmoved =>
  [...grouped(unmoved, u => u.reason)].map(([reason, list]) => `${number(list.length)} ${t(`reason.${reason}`)}`).join(', ');

function summaryFigures() {
  const figures = data.assessment.modes.flatMap(m => m.figures).filter(f => METRICS[f[0]]);
  if (figures.length === 0) return civilModesTable();
  const core = CORE_METRICS.map(id => figures.find(f => METRICS[f[0]].id === id)).filter(Boolean);
  return figuresTable(t('civilMetrics'), core.length > 0 ? core : figures.slice(0, 8), {});
}

function drawSummary(box) {
  const year = local(data.horizon).getUTCFullYear(),
    list = decisions();
  box.replaceChildren(
    make(
      'p',
      { class: 'lead' },
      t('period', { from: moment(0), to: moment(data.horizon), year, phase: t(`phase.${data.phase}`) }),
      data.basis ? ` ${t('legalBasis')}: ` : '',
      data.basis ? make('span', { lang: 'en' }, `${data.basis}.`) : '',
    ),
    make('div', { class: 'tiles' }, tiles()),
    make(
      'div',
      { class: 'split' },
      make(
        'section',
        { class: 'block decide' },
        make('h2', {}, t(data.audience === 'planner' ? 'toDecide' : 'toKnow')),
        list.length === 0
          ? none(t('nothingToDecide'))
          : make(
              'ol',
              {},
              list.map(([text, go]) =>
                make(
                  'li',
                  {},
                  text,
                  ' ',
                  go
                    ? make(
                        'button',
                        { type: 'button', class: 'link', click: go, 'aria-label': `${t('showMe')}: ${text}` },
                        t('showMe'),
                      )
                    : null,
                ),
              ),
            ),
      ),
      make('section', { class: 'block' }, make('h2', {}, t('civilImpact')), summaryFigures()),
      make(
        'section',
        { class: 'block' },
        data.corridors.length === 0 ? null : [make('h2', {}, t('corridors')), corridorTable(true)],
        make('h2', {}, t('qualityOfInput')),
        make(
          'p',
          { class: 'quality' },
          t('network'),
          ': ',
          qualityBar(data.run.network_quality),
          qualityText(data.run.network_quality),
          make('br'),
          t('civilVolumes'),
          ': ',
          qualityBar(data.civil.quality),
          qualityText(data.civil.quality),
        ),
      ),
    ),
  );
}
/** Corridors with what they carry; in brief without the columns that say nothing went wrong. */
const corridorTable = (isBrief = false) =>
  table(
    t('corridors'),
    [
      {
        name: t('corridor'),
        of: c => `${c.id} ${c.name}`.trim(),
        show: c => corridorName(c.id) + (c.marking && !isBrief ? ` (${t(`corridor.${c.marking}`)})` : ''),
      },
      { name: t('serials'), of: c => c.serials, number: true },
      { name: t('unmoved'), of: c => (isBrief && !c.unmoved ? null : c.unmoved), show: c => bad(c.unmoved), number: true },
      { name: t('late'), of: c => (isBrief && !c.late ? null : c.late), show: c => bad(c.late), number: true },
      {
        name: t('lastCloses'),
        of: c => c.last_in,
        show: c => (c.last_in === null ? '-' : moment(c.last_in)),
        csv: c => (c.last_in === null ? '' : moment(c.last_in)),
        when: true,
      },
      ...(isBrief ? [] : carriedColumns()),
    ],
    data.corridors,
    {
      hideCaption: true,
      onRow: c => {
        setFilter('corridor', c.id);
        show('timeline');
      },
    },
  );

const carriedColumns = () => [
  { name: t('vehicles'), of: c => c.vehicles, number: true },
  ...MODES.map(mode => ({ name: t(mode), of: c => c[mode], number: true })),
  { name: t('civilPrice'), of: c => c.civil / 1e6, show: c => euros(c.civil), number: true },
];
