// ---- civil impact, corridors and movements
function hourlyChart() {
  const hours = data.civil.by_hour, box = byId('impact-chart');
  byId('civil-quality').textContent = `Civil volumes behind these figures: ${data.civil.quality}. Prices: see "Values of time" below, each with source, date and quality.`;
  if (hours.length === 0) {
    box.textContent = 'The plan displaces no civil traffic: it stays within the free capacity in every hour. The table shows how near it comes.';
    return;
  }
  const count = Math.ceil(data.horizon / 3600);
  const xs = Array.from({ length: count }, (_, h) => h * 3600);
  const series = MODES.map(mode => {
    const values = new Array(count).fill(0);
    for (const h of hours) values[h.hour] = h[mode] / 1e6;
    return values;
  });
  // A bar covers its hour. uPlot draws the series in order, so the tallest sum goes first and the lower ones over it.
  const sums = series.map((_, i) => xs.map((_, h) => series.slice(0, i + 1).reduce((sum, s) => sum + s[h], 0)));
  const bars = uPlot.paths.bars({ size: [0.9, 60], align: 1 });
  const chart = new uPlot({
    width: box.clientWidth - 18, height: 260,
    scales: { x: { time: false }, y: { range: (_, __, high) => [0, high * 1.05 || 1] } },
    axes: [
      { values: (_, ticks) => ticks.map(t => local(t).getUTCHours() === 0 ? day(t) : clock(t)), space: 70, incrs: [3600, 10800, 21600, 43200, 86400, 172800] },
      { label: 'EUR per hour', size: 76, values: (_, ticks) => ticks.map(t => number(t)) }],
    series: [{ label: 'hour', value: (_, v) => v === null ? '-' : moment(v) },
      ...[2, 1, 0].map(i => ({
        label: MODES[i], stroke: COLOURS[MODES[i]], fill: COLOURS[MODES[i]], paths: bars, points: { show: false },
        value: (_, __, ___, h) => h === null ? '-' : `EUR ${number(series[i][h])}`,
      }))],
  }, [xs, sums[2], sums[1], sums[0]], box);
  addEventListener('resize', () => chart.setSize({ width: box.clientWidth - 18, height: 260 }));
}

const groupTable = groups => groups.length === 0 ? none('none') : table(['', 'displaced', 'delay hours', 'price'],
  groups.map(g => [g.key, number(g.displaced, 1), number(g.delay, 1), euros(g.cost)]), [1, 2, 3]);
const percent = (share, decimals = 1) => `${number(100 * share, decimals)} %`;
const UNIT = { road: 'pcu', rail: 'train paths', water: 'lockages' };

function impactTables() {
  const { civil } = data;
  byId('impact-modes').append(table(
    ['mode', 'displaced', '', 'delay hours', 'price', 'volume kept', 'link-hours untouched', 'link-hours used', 'most of the free capacity taken in an hour'],
    civil.modes.map(m => [m.mode, number(m.displaced, 1), UNIT[m.mode] ?? '', number(m.delay, 1), euros(m.cost), percent(m.volume, 2),
      percent(m.duration, 2), number(m.cells), m.cells > 0 ? percent(m.peak, 0) : '-']), [1, 3, 4, 5, 6, 7, 8]));
  byId('impact-tables').append(
    titled('By infrastructure manager', groupTable(civil.by_manager)),
    titled('By region', groupTable(civil.by_region)),
    titled('Train paths displaced, by category', groupTable(civil.rail)));
  byId('worst').append(make('h3', {}, 'Link-hours with the most displacement'), civil.worst === null
    ? none('Hours of single links are listed only in a run marked above PUBLIC; this page gives sums by mode, manager and region.')
    : civil.worst.length === 0 ? none('none: nothing is displaced')
      : scrolled(table(['link or lock', 'mode', 'hour', 'manager', 'capacity', 'civil demand', 'military use', 'displaced', 'delay hours', 'price'],
        civil.worst.map(w => [`${w.name} (${w.id})`, w.mode, moment(w.hour * 3600), w.manager, number(w.capacity), number(w.demand, 1),
          number(w.use, 1), number(w.displaced, 1), number(w.delay, 1), euros(w.cost)]), [4, 5, 6, 7, 8, 9])));
}

function corridorTable() {
  byId('corridor-table').append(table(
    ['corridor', 'serials', 'vehicles', 'by road', 'by rail', 'by water', 'late', 'unmoved', 'last tail in', 'civil price on its links'],
    data.corridors.map(c => [`${c.id} ${c.name}${c.marking ? ` (${c.marking})` : ''}`, c.serials, number(c.vehicles), c.road, c.rail, c.water, bad(c.late), bad(c.unmoved),
      c.last_in === null ? '-' : moment(c.last_in), euros(c.civil)]), [1, 2, 3, 4, 5, 6, 7, 9]));
}

const bad = count => count > 0 ? make('span', { class: 'late' }, String(count)) : count;

function movementTable() {
  byId('movement-table').append(table(
    ['movement', 'priority', 'class', 'corridor', 'from', 'to any of', 'serials', 'unmoved', 'vehicles', 'ready', 'last tail in', 'due'],
    bands.map(({ movement: m, serials, unmoved }) => {
      const lastIn = Math.max(...serials.map(s => s.serial.finish));
      const arrives = serials.length === 0 ? '-' : lastIn > m.due ? make('span', { class: 'late' }, moment(lastIn)) : moment(lastIn);
      const vehicles = serials.reduce((sum, s) => sum + s.serial.vehicles, 0);
      return [m.id, m.priority, m.class, m.corridor, m.from, m.to, serials.length, bad(unmoved), number(vehicles), moment(m.ready), arrives, moment(m.due)];
    }), [1, 6, 7, 8]));
}

hourlyChart(); impactTables(); corridorTable(); movementTable();
