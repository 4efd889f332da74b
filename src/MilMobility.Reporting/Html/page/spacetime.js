// ---- space-time diagram: one line or route from end to end, time to the right; every movement a slanted line
const CATEGORY = { intercity: '#7a5fa8', sprinter: '#56b4e9', freight: '#8c6d1f' };
let spaceOptions = null,
  spaceKey = '',
  spaceChart = null;

/** For each corridor the rail and road routes that most serials take; then lines, roads and fairways, busiest first. */
function chains() {
  if (spaceOptions) return spaceOptions;
  const users = new Map(),
    routes = new Map();
  for (const serial of data.serials) {
    const seen = new Set();
    for (const m of serial.moves) if (LINKS[m[1]]) seen.add(`${LINKS[m[1]].mode} ${LINKS[m[1]].name}`);
    for (const key of seen) users.set(key, (users.get(key) ?? 0) + 1);
    for (const mode of ['rail', 'road']) countRoute(routes, serial, mode);
  }
  const named = [...users]
    .filter(([key]) => !key.endsWith(' '))
    .sort((a, b) => b[1] - a[1])
    .map(([key, count]) => {
      const [mode, name] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)];
      return { key, mode, group: mode, title: `${name} (${number(count)})`, build: () => chainOfLine(mode, name) };
    });
  const routed = mode =>
    [...routes]
      .filter(([key]) => key.startsWith(`${mode} `))
      .map(([key, byRoute]) => [key.slice(mode.length + 1), byRoute])
      .sort((a, b) => a[0].localeCompare(b[0]))
      .flatMap(([corridor, byRoute]) =>
        [...byRoute.values()]
          .sort((a, b) => b.count - a.count)
          .slice(0, 3)
          .map(({ moves, serial, count }) => {
            const leg = serial.legs.find(l => l.mode === mode);
            return {
              key: `${mode} route ${corridor} ${serial.id}`,
              mode,
              group: hasCorridors ? `${mode}-routes` : `${mode}-journeys`,
              count,
              title: `${hasCorridors ? `${corridorName(corridor)}: ` : ''}${leg.start} \u2013 ${leg.end} (${number(count)})`,
              build: () => placed(moves.map(m => [m[1], m[2]])),
            };
          }),
      );
  const rail = routed('rail').sort((a, b) => b.count - a.count);
  return (spaceOptions = [
    ...rail,
    ...routed('road'),
    ...['rail', 'road', 'water'].flatMap(m => named.filter(o => o.mode === m)),
  ]);
}
function countRoute(routes, serial, mode) {
  const moves = serial.moves.filter(m => LINKS[m[1]]?.mode === mode);
  if (moves.length < 2) return;
  const at = `${mode} ${serial.corridor}`,
    key = moves.map(m => `${m[1]}${m[2] ? '+' : '-'}`).join(' '),
    byRoute = routes.get(at) ?? new Map();
  byRoute.set(key, { count: (byRoute.get(key)?.count ?? 0) + 1, moves, serial });
  routes.set(at, byRoute);
}

/** The longest way through the links of a name: from anywhere to the farthest node, and from there to the farthest. */
function chainOfLine(mode, name) {
  const around = new Map();
  LINKS.forEach((link, i) => {
    if (link.mode !== mode || link.name !== name) return;
    for (const end of [link.from, link.to]) {
      if (!around.has(end)) around.set(end, []);
      around.get(end).push(i);
    }
  });
  // A name may stand on parts that do not meet: the part counts on which most serials move.
  const uses = new Map();
  for (const s of data.serials) for (const m of s.moves) uses.set(m[1], (uses.get(m[1]) ?? 0) + 1);
  const use = list => Math.max(...list.map(i => uses.get(i) ?? 0));
  const seed = [...around].sort((a, b) => use(b[1]) - use(a[1]))[0]?.[0];
  const far = farthest(around, seed).end,
    { end, came } = farthest(around, far),
    links = [];
  for (let node = end; came.has(node);) {
    const [link, before] = came.get(node);
    links.push([link, LINKS[link].from === before]);
    node = before;
  }
  return placed(links.reverse());
}
function farthest(around, start) {
  const distance = new Map([[start, 0]]),
    came = new Map(),
    queue = [start],
    done = new Set();
  let end = start;
  while (queue.length > 0) {
    queue.sort((a, b) => distance.get(b) - distance.get(a));
    const node = queue.pop();
    if (done.has(node)) continue;
    done.add(node);
    if (distance.get(node) > distance.get(end)) end = node;
    for (const i of around.get(node) ?? []) {
      const other = LINKS[i].from === node ? LINKS[i].to : LINKS[i].from,
        metres = distance.get(node) + LINKS[i].length;
      if (metres >= (distance.get(other) ?? Infinity)) continue;
      distance.set(other, metres);
      came.set(other, [i, node]);
      queue.push(other);
    }
  }
  return { end, came };
}
/** Links in order with the metres at which each begins and ends, and the stations between. */
function placed(links) {
  const at = new Map(),
    stations = [];
  let metres = 0;
  for (const [link, forward] of links) {
    const l = LINKS[link];
    if (stations.length === 0) stations.push({ node: forward ? l.from : l.to, metres });
    at.set(link, { from: metres, to: metres + l.length, forward });
    metres += l.length;
    stations.push({ node: forward ? l.to : l.from, metres });
  }
  return { at, stations, metres: Math.max(1, metres) };
}

/** Strokes of military and civil movements over a chain: { from, to, start, end, who, colour, width, dash }. */
function strokesOf(chain, mode) {
  const strokes = [];
  const add = (link, forward, from, to, style) => {
    const place = chain.at.get(link);
    if (!place) return;
    const along = place.forward === forward;
    strokes.push({ from, to, start: along ? place.from : place.to, end: along ? place.to : place.from, ...style });
  };
  for (const [category, links, forward, times, step, shift] of mode === 'rail' ? (assessed('rail')?.train_paths ?? []) : []) {
    if (!links.some(l => chain.at.has(l))) continue;
    const moved = step !== 'unchanged',
      who = `${t(`category.${category}`)}: ${t(`step.${step}`)}${shift ? ` ${signed(Math.round(shift / 60))} min` : ''}`;
    links.forEach((l, i) => {
      add(l, forward[i] === 1, times[2 * i], times[2 * i + 1], {
        who,
        civil: true,
        colour: CATEGORY[category] ?? SOFT,
        width: 1,
        dash: moved ? [2, 3] : [],
      });
      if (shift)
        add(l, forward[i] === 1, times[2 * i] + shift, times[2 * i + 1] + shift, {
          who,
          civil: true,
          colour: CATEGORY[category] ?? SOFT,
          width: 2,
          dash: [],
        });
    });
  }
  for (const serial of shownSerials()) {
    for (const m of serial.moves)
      add(m[1], m[2], m[3], m[4], { who: `${serial.id}  ${serial.unit}`, serial, colour: COLOURS[mode], width: 2.4, dash: [] });
  }
  return strokes;
}

function drawSpaceTime(box) {
  const options = chains();
  if (options.length === 0) {
    box.replaceChildren(none(t('nothingMoves')));
    return null;
  }
  if (!options.some(o => o.key === spaceKey)) spaceKey = options[0].key;
  const select = make('select', {
    id: 'space-line',
    change: () => {
      spaceKey = select.value;
      drawSpaceTime(box);
      byId('space-line').focus();
    },
  });
  for (const [group, list] of grouped(options, o => o.group))
    select.append(
      make(
        'optgroup',
        { label: t(`chain.${group}`) },
        list.map(o => make('option', { value: o.key, selected: o.key === spaceKey }, o.title)),
      ),
    );
  const option = options.find(o => o.key === spaceKey),
    chain = option.build(),
    strokes = strokesOf(chain, option.mode);
  const hasPaths = strokes.some(s => s.civil),
    chart = make('div', { class: 'chart' });
  const legend = make(
    'div',
    { class: 'legend' },
    make('span', {}, make('i', { style: `background:${COLOURS[option.mode]};height:3px` }), t('military')),
    ...(hasPaths
      ? Object.entries(CATEGORY).map(([c, colour]) =>
          make('span', {}, make('i', { style: `background:${colour};height:2px` }), t(`category.${c}`)),
        )
      : [make('span', {}, make('i', { class: 'shade' }), t('civilShare'))]),
  );
  box.replaceChildren(
    make('div', { class: 'bar' }, make('label', { for: 'space-line' }, t('lineOrRoute')), select, legend),
    chart,
    none(hasPaths ? t('civilPattern') : t(option.mode === 'rail' ? 'noTrainPaths' : 'frequenciesOnly')),
  );
  const row = spaceRow(option, chain, strokes, hasPaths);
  spaceChart = new RowChart(chart, {
    label: `${t('spaceTime')}: ${option.title}`,
    rows: () => [row],
    span: () => spanOf(strokes),
    labelWidth: 200,
  });
  row.height = Math.max(300, (chart.querySelector('.rowchart').clientHeight || 560) - AXIS - 8);
  spaceChart.refresh();
  return spaceChart;
}
function spanOf(strokes) {
  const own = strokes.filter(s => s.serial);
  if (own.length === 0) return ganttSpan();
  let first = Infinity,
    last = 0;
  for (const s of own) {
    first = Math.min(first, s.from);
    last = Math.max(last, s.to);
  }
  return [first - 1800, Math.min(last, first + 36 * HOUR) + 1800];
}

function spaceRow(option, chain, strokes, hasPaths) {
  const cells = hasPaths ? [] : data.civil.cells.filter(c => chain.at.has(c[CELL_AT]));
  const row = {
    height: 500,
    label: option.title,
    draw(g, y, chart) {
      const yOf = metres => y + 12 + (metres / chain.metres) * (row.height - 24);
      for (const c of cells) {
        const place = chain.at.get(c[CELL_AT]),
          share = c[CELL_DEMAND] / (c[CELL_CAPACITY] || 1);
        g.fillStyle = `rgba(28,36,48,${Math.min(0.45, 0.4 * share).toFixed(3)})`;
        const a = Math.max(chart.left, chart.x(c[CELL_HOUR] * HOUR)),
          b = chart.x((c[CELL_HOUR] + 1) * HOUR);
        if (b > a) g.fillRect(a, yOf(place.from), b - a, yOf(place.to) - yOf(place.from));
      }
      let lowest = -20;
      for (const s of chain.stations) {
        const at = yOf(s.metres);
        g.strokeStyle = '#e6eaef';
        g.lineWidth = 1;
        line(g, chart.left, at, chart.width, at);
        if (at - lowest < 15) continue;
        lowest = at;
        chart.label(g, nodeName(s.node), at);
      }
      g.save();
      g.beginPath();
      g.rect(chart.left, y, chart.width - chart.left, row.height);
      g.clip();
      for (const s of strokes) {
        if (s.to < chart.from || s.from > chart.to) continue;
        const isChosen = s.serial && state.chosen?.serial === s.serial;
        g.strokeStyle = isChosen ? CHOSEN : s.colour;
        g.lineWidth = isChosen ? 5 : s.width;
        g.setLineDash(s.dash);
        line(g, chart.x(s.from), yOf(s.start), chart.x(s.to), yOf(s.end));
      }
      g.setLineDash([]);
      g.restore();
    },
    near(seconds, down) {
      const chart = spaceChart,
        perPixel = (chart.to - chart.from) / (chart.width - chart.left);
      const metres = ((down - 12) / (row.height - 24)) * chain.metres;
      let best = null,
        least = 8;
      for (const s of strokes) {
        if (seconds < s.from - 6 * perPixel || seconds > s.to + 6 * perPixel) continue;
        const share = Math.min(1, Math.max(0, (seconds - s.from) / Math.max(1, s.to - s.from)));
        const off = (Math.abs(s.start + share * (s.end - s.start) - metres) / chain.metres) * (row.height - 24);
        if (off < least) {
          least = off;
          best = s;
        }
      }
      return best;
    },
    tip(seconds, down) {
      if (seconds === null || down === undefined) return `${option.title}, ${number(chain.metres / 1000)} km`;
      const s = row.near(seconds, down);
      return s ? `${s.who}\n${moment(seconds)}` : '';
    },
    click(seconds, down) {
      const s = seconds === null ? null : row.near(seconds, down);
      if (s?.serial) choose({ kind: 'serial', serial: s.serial });
    },
  };
  return row;
}
