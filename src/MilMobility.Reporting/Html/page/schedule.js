// ---- the same as tables: what does not move, serials, movements; and the timelines' view
function unmovedTable() {
  const rows = data.unmoved.filter(
    u => (!state.filter.unit || u.unit === state.filter.unit) && (!state.filter.corridor || u.corridor === state.filter.corridor),
  );
  if (rows.length === 0) return null;
  return titled(
    t('unmovedWhy'),
    table(
      t('unmovedWhy'),
      [
        { name: t('serial'), of: u => u.id },
        { name: t('unitName'), of: u => u.unit },
        { name: t('vehicles'), of: u => u.vehicles, number: true },
        {
          name: t('reasonWord'),
          of: u => t(`reason.${u.reason}`),
          show: u => make('b', { class: 'late' }, t(`reason.${u.reason}`)),
        },
        { name: t('detail'), of: u => sentence(u.detail) },
        {
          name: t('wouldHelp'),
          of: u => sentences(u.alternatives).join('; '),
          show: u => sentences(u.alternatives).join('; ') || '-',
        },
      ],
      rows,
      { file: 'unmoved', hideCaption: true },
    ),
  );
}

function serialTable() {
  return titled(
    t('serials'),
    table(
      t('serials'),
      [
        { name: t('serial'), of: s => s.id },
        { name: t('unitName'), of: s => s.unit },
        { name: t('corridor'), of: s => s.corridor, show: s => corridorName(s.corridor) },
        { name: t('modes'), of: s => s.modes.map(m => t(m)).join(' + ') },
        { name: t('vehicles'), of: s => s.vehicles, number: true },
        { name: t('priority'), of: s => s.priority, number: true },
        { name: t('startsAt'), of: s => s.out, show: s => moment(s.out), csv: s => moment(s.out), when: true },
        { name: t('closes'), of: s => s.finish, show: s => moment(s.finish), csv: s => moment(s.finish), when: true },
        { name: t('due'), of: s => s.due, show: s => moment(s.due), csv: s => moment(s.due), when: true },
        {
          name: t('lateMinutes'),
          of: s => Math.round(s.late / 60),
          show: s => (s.late > 0 ? make('b', { class: 'late' }, duration(s.late)) : '-'),
          number: true,
        },
        { name: t('route'), of: s => s.legs.map(l => l.route).join(' | ') },
        {
          name: 'km',
          of: s => s.legs.reduce((n, l) => n + l.km, 0),
          show: s => number(s.legs.reduce((n, l) => n + l.km, 0)),
          number: true,
        },
      ],
      shownSerials(),
      { file: 'serials', sort: { column: 7, factor: -1 }, hideCaption: true, onRow: s => choose({ kind: 'serial', serial: s }) },
    ),
  );
}

function movementTable() {
  const byMovement = grouped(shownSerials(), s => s.movement),
    missing = grouped(data.unmoved, u => u.movement);
  const rows = data.movements.filter(m => byMovement.has(m.id) || (missing.has(m.id) && !isFiltered()));
  if (rows.length === 0) return null;
  const last = m => (byMovement.has(m.id) ? Math.max(...byMovement.get(m.id).map(s => s.finish)) : null);
  return titled(
    t('movements'),
    table(
      t('movements'),
      [
        { name: t('movement'), of: m => m.id },
        { name: t('priority'), of: m => m.priority, number: true },
        { name: t('class'), of: m => t(`class.${m.class}`) },
        { name: t('corridor'), of: m => m.corridor, show: m => corridorName(m.corridor) },
        { name: t('from'), of: m => m.from },
        { name: t('toAnyOf'), of: m => m.to },
        { name: t('ship'), of: m => m.ship?.name ?? '' },
        { name: t('serials'), of: m => byMovement.get(m.id)?.length ?? 0, number: true },
        {
          name: t('unmoved'),
          of: m => missing.get(m.id)?.length ?? 0,
          show: m => bad(missing.get(m.id)?.length ?? 0),
          number: true,
        },
        { name: t('vehicles'), of: m => (byMovement.get(m.id) ?? []).reduce((n, s) => n + s.vehicles, 0), number: true },
        { name: t('ready'), of: m => m.ready, show: m => moment(m.ready), csv: m => moment(m.ready), when: true },
        {
          name: t('lastCloses'),
          of: last,
          show: m => (last(m) === null ? '-' : last(m) > m.due ? make('b', { class: 'late' }, moment(last(m))) : moment(last(m))),
          csv: m => (last(m) === null ? '' : moment(last(m))),
          when: true,
        },
        { name: t('due'), of: m => m.due, show: m => moment(m.due), csv: m => moment(m.due), when: true },
      ],
      rows,
      { file: 'movements', hideCaption: true },
    ),
  );
}
function drawTables(box) {
  box.replaceChildren(
    ...[unmovedTable(), serialTable(), movementTable()].filter(Boolean),
    ...(data.corridors.length > 0 ? [titled(t('corridors'), corridorTable())] : []),
  );
}

// ---- timelines: three drawings of the same time, one at a time
const TIMELINES = { gantt: drawGantt, occupancy: drawOccupancy, spacetime: drawSpaceTime };
let timelineShown = 'gantt',
  timelineChart = null;
function drawTimeline(box) {
  const host = make('div', { class: 'timeline' });
  const pick = Object.keys(TIMELINES).map(key =>
    make(
      'button',
      {
        type: 'button',
        'aria-pressed': key === timelineShown ? 'true' : 'false',
        click: event => {
          timelineShown = key;
          for (const b of event.target.parentNode.children) b.setAttribute('aria-pressed', b === event.target ? 'true' : 'false');
          timelineChart = TIMELINES[key](host);
        },
      },
      t(key === 'spacetime' ? 'spaceTime' : key === 'gantt' && !hasCorridors ? 'serials' : key),
    ),
  );
  box.replaceChildren(make('div', { class: 'segments', role: 'group', 'aria-label': t('timeline') }, pick), host);
  timelineChart = TIMELINES[timelineShown](host);
}
listen('time', () => {
  if (state.view === 'timeline') timelineChart?.paint();
});
listen('chosen', what => {
  if (state.view === 'timeline') timelineChart?.paint();
  if (state.view === 'explain' && what?.kind === 'serial') drawExplain(byId('view-explain'));
  else dirty.add('explain');
});
addEventListener('resize', () => {
  if (state.view === 'timeline') timelineChart?.size();
});
