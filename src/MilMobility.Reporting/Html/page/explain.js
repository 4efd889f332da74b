// ---- why: each serial's route and mode, what binds it, what else it could do
const explained = new Map((data.explanations?.serials ?? []).map(e => [e.serial, e]));
const explanationOf = id => explained.get(id) ?? null;
const TERMS = ['time', 'lateness', 'operating', 'civil', 'unmoved', 'total'];

function drawExplain(box) {
  const serials = [...shownSerials()],
    unmoved = data.unmoved.filter(u => explained.has(u.id));
  const chosen = state.chosen?.kind === 'serial' ? state.chosen.serial.id : (serials[0]?.id ?? unmoved[0]?.id);
  const select = make(
    'select',
    {
      id: 'why-serial',
      change: () => {
        const serial = serialById.get(select.value);
        if (serial) {
          choose({ kind: 'serial', serial });
          byId('why-serial').focus();
        } else body.replaceChildren(...whyOf(select.value));
      },
    },
    [...serials.map(s => [s.id, `${s.id}  ${s.unit}`]), ...unmoved.map(u => [u.id, `${u.id}  ${u.unit} (${t('unmoved')})`])].map(
      ([id, text]) => make('option', { value: id, selected: id === chosen }, text),
    ),
  );
  const body = make('div', {}, chosen ? whyOf(chosen) : none(t('nothingMoves')));
  const bottlenecks = data.explanations?.bottlenecks ?? [];
  box.replaceChildren(
    make('div', { class: 'bar' }, make('label', { for: 'why-serial' }, t('whyWhich')), select),
    body,
    ...(bottlenecks.length > 0 ? [bottleneckTable(bottlenecks)] : []),
    ...(data.explanations?.method.length > 0
      ? [
          titled(
            t('notes'),
            make(
              'ul',
              {},
              sentences(data.explanations.method).map(m => make('li', {}, m)),
            ),
          ),
        ]
      : []),
  );
}

function journeyText(j) {
  return j
    ? `${j.modes.map(m => t(m)).join(' + ')}: ${j.from} \u2192 ${j.to}, ${j.route}, ${number(j.km)} km, ` +
        `${moment(j.start)} \u2013 ${moment(j.finish)}`
    : t('noJourney');
}

function whyOf(id) {
  const serial = serialById.get(id),
    e = explained.get(id),
    out = [];
  out.push(make('h2', {}, serial ? `${serial.id}  ${serial.unit}` : id));
  if (e) {
    out.push(make('p', { class: 'why' }, sentence(e.why)));
    if (e.alone)
      out.push(
        make(
          'p',
          {},
          make('b', {}, `${t('ifAlone')}: `),
          journeyText(e.alone),
          e.sharing !== null ? `. ${t('sharing', { euros: euros(e.sharing) })}` : '',
        ),
      );
    out.push(titled(t('costs'), costTable(e)));
    out.push(
      titled(
        t('binds'),
        e.binds.length === 0
          ? none(t('nothingBinds'))
          : table(
              t('binds'),
              [
                { name: t('what'), of: b => sentence(b.words) },
                { name: t('kind'), of: b => t(`binds.${b.kind}`) },
                { name: t('from'), of: b => b.from, show: b => moment(b.from), csv: b => moment(b.from), when: true },
                { name: t('to'), of: b => b.to, show: b => moment(b.to), csv: b => moment(b.to), when: true },
                { name: t('heldBy'), of: b => b.held_by.join(', ') },
                {
                  name: t('worthFree'),
                  of: b => (b.worth === null ? null : b.worth / 1e6),
                  show: b => (b.worth === null ? '-' : euros(b.worth)),
                  number: true,
                },
              ],
              e.binds,
              { file: `binds-${id}`, hideCaption: true },
            ),
      ),
    );
    out.push(titled(t('alternatives'), e.alternatives.length === 0 ? none(t('noAlternatives')) : alternativeTable(e)));
  } else {
    out.push(none(t('noExplanation')));
  }
  if (serial) out.push(titled(t('itinerary'), itinerary(serial)));
  return out;
}
const costTable = e =>
  table(
    t('costs'),
    [
      { name: t('term'), of: r => r.term, show: r => t(`term.${r.term}`), csv: r => t(`term.${r.term}`) },
      { name: t('inPlan'), of: r => r.own / 1e6, show: r => euros(r.own), number: true },
      {
        name: t('alone'),
        of: r => (r.alone === null ? null : r.alone / 1e6),
        show: r => (r.alone === null ? '-' : euros(r.alone)),
        number: true,
      },
    ],
    TERMS.map((term, i) => ({ term, own: e.own[i], alone: e.alone_cost?.[i] ?? null })).filter(r => r.own || r.alone),
    { hideCaption: true },
  );
const alternativeTable = e =>
  table(
    t('alternatives'),
    [
      { name: t('kind'), of: a => t(`alternative.${a.kind}`) },
      { name: t('what'), of: a => sentence(a.change) },
      { name: t('route'), of: a => a.journey?.route ?? '' },
      {
        name: t('closes'),
        of: a => a.journey?.finish ?? null,
        show: a => (a.journey ? moment(a.journey.finish) : '-'),
        csv: a => (a.journey ? moment(a.journey.finish) : ''),
        when: true,
      },
      {
        name: t('extraCivil'),
        of: a => (a.delta ? a.delta[3] / 1e6 : null),
        show: a => (a.delta ? euros(a.delta[3]) : '-'),
        number: true,
      },
      {
        name: t('extraCost'),
        of: a => (a.delta ? a.delta[5] / 1e6 : null),
        show: a => (a.delta ? make('b', {}, `${a.delta[5] > 0 ? '+' : ''}${euros(a.delta[5])}`) : '-'),
        number: true,
      },
    ],
    e.alternatives,
    { file: `alternatives-${e.serial}`, hideCaption: true },
  );

function bottleneckTable(bottlenecks) {
  const at = new Map(LINKS.map((l, i) => [l.id, i]));
  const rows = bottlenecks.filter(b => state.filter.hour === '' || b.hour === state.filter.hour);
  return titled(
    t('bottlenecks'),
    none(t('bottleneckNote')),
    table(
      t('bottlenecks'),
      [
        { name: t('where'), of: b => sentence(b.name) },
        { name: t('kind'), of: b => t(`binds.${b.kind}`) },
        { name: t('hour'), of: b => b.hour, show: b => hourText(b.hour), csv: b => hourText(b.hour), when: true },
        { name: t('worthMore'), of: b => b.worth / 1e6, show: b => euros(b.worth), number: true },
        { name: t('serials'), of: b => b.serials.join(', ') },
      ],
      rows,
      {
        file: 'bottlenecks',
        sort: { column: 3, factor: -1 },
        hideCaption: true,
        onRow: b => {
          if (at.has(b.resource)) choose({ kind: 'link', at: at.get(b.resource) });
        },
      },
    ),
  );
}
