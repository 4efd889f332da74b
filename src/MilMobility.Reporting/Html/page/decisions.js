// ---- what someone has to decide, derived from what the run found
const LISTED_DECISIONS = 7;

/** What someone has to decide, most pressing first: [text, action or null, weight]. */
function decisions() {
  const list = [];
  for (const group of grouped(data.unmoved, u => JSON.stringify([u.movement, u.reason, u.detail])).values()) {
    const u = group[0],
      vehicles = group.reduce((n, x) => n + x.vehicles, 0);
    list.push([
      t('decide.unmoved', {
        n: number(group.length),
        unit: u.unit,
        vehicles: number(vehicles),
        reason: t(`reason.${u.reason}`),
      }) + (u.alternatives.length > 0 ? ` ${t('decide.nearest')} ${sentence(u.alternatives[0])}.` : ''),
      () => show('tables'),
    ]);
  }
  for (const s of data.serials
    .filter(x => x.late > 0)
    .sort((a, b) => b.late - a.late)
    .slice(0, 3))
    list.push([
      t('decide.late', { id: s.id, unit: s.unit, time: duration(s.late), due: moment(s.due) }),
      () => choose({ kind: 'serial', serial: s }),
    ]);
  const norms = data.assessment.modes
    .flatMap(m => m.figures)
    .filter(f => isWorse(f) && METRICS[f[0]].norm !== null && METRICS[f[0]].norm !== undefined && overNorm(METRICS[f[0]], f[2]));
  for (const f of norms)
    list.push([
      t('decide.norm', {
        metric: metricName(METRICS[f[0]]),
        value: figure(f[2]),
        norm: figure(METRICS[f[0]].norm),
        unit: unitName(METRICS[f[0]].unit),
      }),
      () => show('civil'),
    ]);
  const best = data.explanations?.bottlenecks[0];
  if (best)
    list.push([
      t('decide.bottleneck', { name: sentence(best.name), hour: hourText(best.hour), worth: euros(best.worth) }),
      () => show('explain'),
    ]);
  const worst = worstTrainHour();
  if (worst)
    list.push([
      t('decide.trains', {
        hour: hourText(worst.hour),
        value: figure(worst.value),
        unit: unitName(worst.metric.unit),
        who: trainsIn(worst.hour),
      }),
      () => mapAt(worst.hour, `metric ${metricAt.get(worst.metric.id)}`),
    ]);
  const burden = worstBurden();
  if (burden) list.push([t('decide.burden', burden), () => mapAt(burden.at, 'delay')]);
  if (data.audience === 'planner' && data.run.gap > 0.01)
    list.push([
      t('decide.gap', { gap: percent(data.run.gap, 1), euros: euros(data.run.total - data.run.bound) }),
      () => show('quality'),
    ]);
  return list.slice(0, LISTED_DECISIONS);
}
/** The map in an hour, coloured by what that hour is about. */
function mapAt(hour, colour) {
  colourBy = colourings().some(([key]) => key === colour) ? colour : 'use';
  period = 'hour';
  setFilter('hour', hour);
  dirty.add('map');
  show('map');
}
const isWorse = f => (METRICS[f[0]].less_is_better ? f[2] > f[1] : f[2] < f[1]);
const overNorm = (metric, value) => (metric.less_is_better ? value > metric.norm : value < metric.norm);
function trainsIn(hour) {
  const names = data.serials
    .filter(s => s.moves.some(m => LINKS[m[1]]?.mode === 'rail' && m[3] < (hour + 1) * HOUR && m[4] > hour * HOUR))
    .map(s => s.id);
  return names.length === 0 ? '' : ` (${names.slice(0, 4).join(', ')}${names.length > 4 ? ', \u2026' : ''})`;
}
/** The hour that carries most of the civil price by the planner's bands, and where most of it falls. */
function worstBurden() {
  const hours = data.civil.by_hour.map(h => ({ hour: h.hour, sum: h.road + h.rail + h.water })).sort((a, b) => b.sum - a.sum);
  if (hours.length === 0 || hours[0].sum <= 0) return null;
  const byName = new Map();
  for (const c of data.civil.cells)
    if (c[CELL_HOUR] === hours[0].hour && c[CELL_AT] !== -1) {
      const name = c[CELL_AT] >= 0 ? LINKS[c[CELL_AT]].name : nameOf(c[CELL_AT]);
      byName.set(name, (byName.get(name) ?? 0) + c[CELL_COST]);
    }
  const where = [...byName].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  return {
    at: hours[0].hour,
    hour: hourText(hours[0].hour),
    euros: euros(hours[0].sum),
    share: percent(hours[0].sum / data.civil.total),
    where: where ? ` (${where})` : '',
  };
}
