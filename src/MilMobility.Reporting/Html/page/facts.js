// ---- facts: what is known of the link, place or serial chosen, each value with its quality and source
const DEFAULTS = new Map(data.map.columns.map(([name, column, provenance]) => [`${name} ${column}`, provenance]));
const SOURCES = new Map(data.map.sources.map(([name, title, date]) => [name, `${title}${date ? ` (${date})` : ''}`]));

/** Values of a row as [column, value, quality, source]. */
function valuesOf(values, provenance, tableName) {
  const own = new Map(
    provenance
      .split(';')
      .filter(Boolean)
      .map(entry => {
        const at = entry.indexOf('=');
        return [entry.slice(0, at).trim(), entry.slice(at + 1).trim()];
      }),
  );
  return values
    .split(';')
    .filter(Boolean)
    .map(entry => {
      const at = entry.indexOf('='),
        column = entry.slice(0, at),
        [quality, source] = (own.get(column) ?? DEFAULTS.get(`${tableName} ${column}`) ?? 'assumed@').split('@');
      return [column, entry.slice(at + 1), quality, SOURCES.get(source) ?? source];
    });
}
function valueTable(rows) {
  return rows.length === 0
    ? none(t('noValues'))
    : table(
        t('statedValues'),
        [
          { name: t('attribute'), of: r => columnName(r[0]) },
          { name: t('value'), of: r => r[1], show: r => `${isNaN(r[1]) ? t(`value.${r[1]}`) : figure(+r[1])} ${columnUnit(r[0])}`.trim() },
          { name: t('quality'), of: r => r[2], show: r => flag(r[2]) },
          { name: t('source'), of: r => r[3], show: r => cited(r[3]) },
        ],
        rows,
        { hideCaption: true },
      );
}

function linkFacts(at) {
  const link = LINKS[at],
    users = data.serials.flatMap(s => s.moves.filter(m => m[1] === at).map(m => ({ s, m }))).sort((a, b) => a.m[3] - b.m[3]);
  const cells = data.civil.cells.filter(c => c[CELL_AT] === at);
  return [
    linkName(link),
    [
      make(
        'p',
        { class: 'hint' },
        `${t(link.mode)}, ${t(`linkClass.${link.class}`)}, ${number(link.length / 1000, 1)} km. `,
        `${t('manager')}: ${link.manager || '-'}. ${t('region')}: ${link.region || '-'}.`,
      ),
      users.length === 0
        ? none(t('noUsers'))
        : table(
            t('usedBy', { n: number(users.length) }),
            [
              { name: t('serial'), of: u => u.s.id },
              { name: t('unitName'), of: u => u.s.unit },
              { name: t('headIn'), of: u => u.m[3], show: u => moment(u.m[3]), csv: u => moment(u.m[3]), when: true },
            ],
            users,
            { onRow: u => choose({ kind: 'serial', serial: u.s }) },
          ),
      cells.length === 0
        ? null
        : table(
            t('hoursOfUse'),
            [
              {
                name: t('hour'),
                of: c => c[CELL_HOUR],
                show: c => hourText(c[CELL_HOUR]),
                csv: c => hourText(c[CELL_HOUR]),
                when: true,
              },
              { name: t('capacity'), of: c => c[CELL_CAPACITY], number: true },
              { name: t('civil'), of: c => c[CELL_DEMAND], number: true },
              { name: t('military'), of: c => c[CELL_USE], number: true },
              { name: t('displaced'), of: c => c[CELL_DISPLACED], number: true },
              { name: t('delayHours'), of: c => c[CELL_DELAY], number: true },
            ],
            cells,
            { sort: { column: 0, factor: 1 } },
          ),
      make('h4', {}, t('statedValues')),
      valueTable(valuesOf(link.values, link.provenance, `${link.mode}-links`)),
      make('p', { class: 'hint' }, make('code', {}, link.id)),
    ],
  ];
}

function placeFacts(at) {
  const node = NODES[at],
    facilities = FACILITIES.filter(f => f.node === at),
    uses = occupancies().filter(p => p.at === at);
  const serials = data.serials.filter(
    s =>
      s.steps.some(x => x[0] === HOLD && x[1] === at) ||
      s.legs[0]?.start === node[NODE_NAME] ||
      s.legs.at(-1)?.end === node[NODE_NAME],
  );
  return [
    node[NODE_NAME],
    [
      make(
        'p',
        { class: 'hint' },
        `${t(node[NODE_MODE])}, ${t(`kind.${node[NODE_KIND]}`)}${node[NODE_REGION] ? `, ${node[NODE_REGION]}` : ''}`,
      ),
      ...uses.map(u => make('p', {}, `${t(`places.${u.kind}`)}: ${peakText(u)}, ${moment(u.peakAt)}.`)),
      ...facilities.flatMap(f => [
        make('h4', {}, `${f.name || f.id} (${t(`kind.${f.kind}`)})`),
        valueTable(valuesOf(f.values, f.provenance, `${f.kind === 'port' ? 'port' : node[NODE_MODE]}-facilities`)),
      ]),
      serials.length === 0
        ? null
        : table(
            t('serialsHere'),
            [
              { name: t('serial'), of: s => s.id },
              { name: t('unitName'), of: s => s.unit },
              { name: t('closes'), of: s => s.finish, show: s => moment(s.finish), csv: s => moment(s.finish), when: true },
            ],
            serials,
            { onRow: s => choose({ kind: 'serial', serial: s }) },
          ),
      make('p', { class: 'hint' }, make('code', {}, node[NODE_ID])),
    ],
  ];
}

/** A serial's itinerary: legs, halts and transfers in the order in which they begin. */
function itineraryRows(serial) {
  const rows = serial.legs.flatMap(leg => [
    { at: leg.from, to: leg.to, what: t(leg.mode), where: `${leg.start} \u2013 ${leg.end}`, route: leg.route, km: leg.km },
    ...leg.halts.map(h => ({
      at: h.from,
      to: h.to,
      what: t(h.reverses ? 'reverses' : 'halt'),
      where: h.name,
      route: '',
      km: null,
    })),
  ]);
  for (const step of serial.steps.filter(s => s[0] === TRANSFER)) {
    const [, from, to, place, kind] = TRANSFERS[step[1]] ?? [];
    rows.push({
      at: step[3],
      to: step[4],
      what: t('transfer'),
      where: `${place || nodeName(from)}: ${t(`transfer.${kind}`)}`,
      route: '',
      km: null,
    });
  }
  return rows.sort((a, b) => a.at - b.at);
}
/** In the facts' panel there is room for less: start, what and where. */
function itinerary(serial, isNarrow = false) {
  const starts = { name: t('headStarts'), of: r => r.at, show: r => moment(r.at), csv: r => moment(r.at), when: true },
    clears = { name: t('tailClears'), of: r => r.to, show: r => moment(r.to), csv: r => moment(r.to), when: true },
    what = { name: t('what'), of: r => r.what },
    where = { name: t('where'), of: r => r.where },
    routed = { name: t('where'), of: r => r.where, show: r => [r.where, r.route].filter(Boolean).join('; ') },
    rest = [
      { name: t('route'), of: r => r.route },
      { name: 'km', of: r => r.km, number: true },
    ];
  const columns = isNarrow ? [starts, what, routed] : [starts, clears, what, where, ...rest];
  return table(t('itinerary'), columns, itineraryRows(serial), {
    file: isNarrow ? null : `itinerary-${serial.id}`,
    hideCaption: true,
  });
}

function serialFacts(serial) {
  const why = explanationOf(serial.id);
  return [
    `${serial.id}  ${serial.unit}`,
    [
      make('p', { class: serial.late > 0 ? 'late' : null }, `${closesText(serial)}.`),
      make('p', { class: 'hint' }, [loadText(serial), `${t('priority')} ${serial.priority}`, ...(hasCorridors ? [corridorName(serial.corridor)] : [])].join(', ')),
      why ? make('div', { class: 'why' }, make('h4', {}, t('whySo')), make('p', {}, sentence(why.why))) : null,
      make(
        'p',
        {},
        make('button', { type: 'button', click: () => show('explain') }, t('moreWhy')),
        ' ',
        state.view === 'map' ? null : make('button', { type: 'button', click: () => show('map') }, t('toMap')),
      ),
      make('h4', {}, t('itinerary')),
      itinerary(serial, true),
    ],
  ];
}

let focusBefore = null;
function drawFacts() {
  const panel = byId('facts'),
    // The view that explains a serial says all of it itself.
    what = state.view === 'explain' && state.chosen?.kind === 'serial' ? null : state.chosen;
  panel.hidden = !what;
  document.body.classList.toggle('with-facts', !!what);
  if (state.view === 'map') map?.invalidateSize();
  if (state.view === 'timeline') timelineChart?.size();
  if (!what) {
    panel.replaceChildren();
    if (focusBefore?.isConnected) focusBefore.focus();
    focusBefore = null;
    return;
  }
  const [title, content] =
    what.kind === 'serial'
      ? serialFacts(what.serial)
      : what.kind === 'link'
        ? linkFacts(what.at)
        : what.kind === 'place'
          ? placeFacts(what.at)
          : [what.name, [nameFacts(what.name)]];
  const heading = make('h3', { tabindex: -1 }, title);
  if (!panel.contains(document.activeElement)) focusBefore = document.activeElement;
  panel.setAttribute('aria-label', t('facts'));
  panel.replaceChildren(
    make(
      'div',
      { class: 'facts-head' },
      heading,
      make('button', { type: 'button', class: 'close', click: () => choose(null) }, t('close')),
    ),
    ...content.flat().filter(Boolean),
  );
  panel.scrollTop = 0;
}
function nameFacts(name) {
  const links = LINKS.map((l, i) => ({ l, i })).filter(x => x.l.name === name),
    used = new Set(data.serials.flatMap(s => s.moves.map(m => m[1])));
  return table(
    t('linksOf', { name }),
    [
      { name: t('link'), of: x => linkName(x.l) },
      { name: 'km', of: x => x.l.length / 1000, number: true },
      { name: t('inUseShort'), of: x => (used.has(x.i) ? 1 : 0), show: x => (used.has(x.i) ? t('yes') : t('no')) },
    ],
    links,
    { onRow: x => choose({ kind: 'link', at: x.i }), sort: { column: 2, factor: -1 } },
  );
}
listen('chosen', drawFacts);
// The panel takes room from the map first, then the map moves to what is chosen.
listen('chosen', () => {
  drawChosen();
  heads?.draw();
});
