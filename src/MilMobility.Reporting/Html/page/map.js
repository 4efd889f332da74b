// ---- map: the network itself is the background, so the page needs no tiles and works offline
// The network in pale shades of the colours of the modes: what is used stands out, what is free can still be told apart.
const PALE = { road: '#c9b6a4', rail: '#93b5a6', water: '#8fbbdd' };
const MARKED_KINDS = ['port', 'terminal', 'yard', 'border', 'site', 'berth', 'rest-area'];
const SPEEDS = [300, 600, 1800, 3600];
const TICK_MS = 60;
let map = null,
  renderer = null,
  layers = null,
  heads = null,
  timer = 0,
  speed = 600,
  colourBy = 'use',
  period = 'hour';
const modesDrawn = new Set(MODES);

/** Ends of the serials, the places that matter; labels are drawn while there is room, these first. */
const usedNodes = new Set(data.serials.flatMap(s => [s.legs[0]?.start, s.legs.at(-1)?.end]));
const marked = NODES.map((n, i) => ({
  i,
  at: [n[NODE_LAT], n[NODE_LON]],
  name: n[NODE_NAME],
  kind: n[NODE_KIND],
  place: n[NODE_PLACE],
  used: usedNodes.has(n[NODE_NAME]),
}))
  .filter(n => MARKED_KINDS.includes(n.kind) && (n.used || n.kind !== 'rest-area'))
  .sort((a, b) => b.used - a.used || a.name.length - b.name.length || a.name.localeCompare(b.name));

function drawMapView(box) {
  stopPlaying();
  map?.remove();
  const host = make('div', { id: 'map', role: 'region', 'aria-label': t('map') });
  const time = make('input', {
    type: 'range',
    id: 'time',
    min: 0,
    max: data.horizon,
    step: 300,
    value: state.seconds,
    'aria-label': t('time'),
    input: () => setTime(+time.value),
  });
  const play = make('button', { type: 'button', id: 'play', click: playOrStop }, t('play'));
  const speeds = make(
    'select',
    {
      id: 'speed',
      change: () => {
        speed = +speeds.value;
      },
    },
    SPEEDS.map(s =>
      make('option', { value: s, selected: s === speed }, t('perSecond', { n: number((s * 1000) / TICK_MS / HOUR, 1) })),
    ),
  );
  const colour = make(
    'select',
    {
      id: 'colour-by',
      change: () => {
        colourBy = colour.value;
        drawOverlay();
      },
    },
    colourings().map(([key, text]) => make('option', { value: key, selected: key === colourBy }, text)),
  );
  const periods = make(
    'select',
    {
      id: 'period',
      change: () => {
        period = periods.value;
        drawOverlay();
      },
    },
    ['hour', 'all'].map(p => make('option', { value: p, selected: p === period }, t(`period.${p}`))),
  );
  const modes = MODES.map(mode =>
    make(
      'label',
      {},
      make('input', {
        type: 'checkbox',
        checked: modesDrawn.has(mode),
        change: event => {
          if (event.target.checked) modesDrawn.add(mode);
          else modesDrawn.delete(mode);
          drawNetwork();
          drawOverlay();
          heads.draw();
        },
      }),
      make('i', { class: 'dot', style: `background:${COLOURS[mode]}` }),
      t(mode),
    ),
  );
  box.replaceChildren(
    make(
      'div',
      { class: 'bar' },
      play,
      make('label', { class: 'unseen', for: 'speed' }, t('speed')),
      speeds,
      time,
      make('output', { id: 'time-label', for: 'time' }),
    ),
    make(
      'div',
      { class: 'bar' },
      make('label', { for: 'colour-by' }, t('colourBy')),
      colour,
      make('label', { class: 'unseen', for: 'period' }, t('periodLabel')),
      periods,
      make(
        'button',
        {
          type: 'button',
          click: () => {
            choose(null);
            fitMap();
          },
        },
        t('wholeMap'),
      ),
      make('fieldset', { class: 'modes' }, make('legend', { class: 'unseen' }, t('modes')), modes),
    ),
    host,
    make('div', { class: 'legend', id: 'map-legend' }),
    make('p', { class: 'hint', id: 'time-count' }),
  );
  startMap(host);
}

function startMap(host) {
  renderer = L.canvas();
  map = L.map(host, { renderer, attributionControl: false, zoomSnap: 0.25, minZoom: 6, maxZoom: 14, zoomAnimation: false });
  map.zoomControl.remove();
  L.control.zoom({ zoomInTitle: t('zoomIn'), zoomOutTitle: t('zoomOut') }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  layers = Object.fromEntries(
    ['network', 'overlay', 'chosen', 'places', 'labels'].map(name => [name, L.layerGroup().addTo(map)]),
  );
  fitMap();
  heads = new HeadLayer().addTo(map);
  drawNetwork();
  drawPlaces();
  drawOverlay();
  drawLabels();
  drawChosen();
  map.on('zoomend moveend resize', drawLabels);
  setTime(state.seconds);
}

function fitMap() {
  const serials = shownSerials(),
    used = serials.flatMap(s => s.moves.map(m => LINKS[m[1]]?.shape ?? [])).flat();
  const points = isFiltered() && used.length > 0 ? used : LINKS.flatMap(l => l.shape);
  if (points.length > 0) map.fitBounds(L.latLngBounds(points));
  else map.setView([52.2, 5.3], 8);
}

function drawNetwork() {
  layers.network.clearLayers();
  LINKS.forEach((link, i) => {
    if (!modesDrawn.has(link.mode)) return;
    L.polyline(link.shape, { color: PALE[link.mode], weight: 1.6, dashArray: link.mode === 'rail' ? '5 3' : null })
      .bindTooltip(() => linkTip(i), { sticky: true })
      .on('click', () => choose({ kind: 'link', at: i }))
      .addTo(layers.network);
  });
}
const linkTip = i => `${linkName(LINKS[i])} (${t(LINKS[i].mode)}) ${number(LINKS[i].length / 1000, 1)} km`;

function drawPlaces() {
  layers.places.clearLayers();
  // Drawn from last to first, so that the places in use lie on top.
  for (const place of [...marked].reverse()) {
    const border = place.kind === 'border';
    L.circleMarker(place.at, {
      radius: place.used ? 5 : 2.5,
      weight: place.used ? 1.5 : 1,
      color: place.used ? INK : '#7d8894',
      fillColor: border ? '#fff' : '#f0e442',
      fillOpacity: 1,
    })
      .bindTooltip(() => `${place.name} (${t(`kind.${place.kind}`)})`)
      .on('click', () => choose({ kind: 'place', at: place.i }))
      .addTo(layers.places);
  }
}

/** Names while there is room: places in use at every zoom, the others from zoom 10; a name that would cover another waits. */
function drawLabels() {
  layers.labels.clearLayers();
  const taken = [],
    named = new Set(),
    view = map.getBounds();
  for (const place of marked) {
    if (!place.used && map.getZoom() < 10) continue;
    if (named.has(place.place || place.name) || !view.contains(place.at)) continue;
    const at = map.latLngToContainerPoint(place.at);
    const box = { left: at.x + 6, right: at.x + 14 + 6.6 * place.name.length, top: at.y - 8, bottom: at.y + 8 };
    if (taken.some(b => box.left < b.right && b.left < box.right && box.top < b.bottom && b.top < box.bottom)) continue;
    taken.push(box);
    named.add(place.place || place.name);
    const icon = L.divIcon({ className: 'place', html: make('span', {}, place.name), iconSize: [0, 0] });
    L.marker(place.at, { icon, interactive: false, keyboard: false }).addTo(layers.labels);
  }
}

/** What the reader has chosen, on top of all else. */
function drawChosen() {
  if (!map) return;
  layers.chosen.clearLayers();
  const what = state.chosen;
  const shapes =
    what?.kind === 'serial'
      ? what.serial.moves.map(m => LINKS[m[1]]?.shape ?? [])
      : what?.kind === 'link'
        ? [LINKS[what.at].shape]
        : what?.kind === 'name'
          ? LINKS.filter(l => l.name === what.name).map(l => l.shape)
          : [];
  const lines = shapes
    .filter(s => s.length > 0)
    .map(s => L.polyline(s, { color: CHOSEN, weight: 8, opacity: 0.75, interactive: false }).addTo(layers.chosen));
  if (what?.kind === 'place') {
    const n = NODES[what.at];
    L.circleMarker([n[NODE_LAT], n[NODE_LON]], { radius: 12, color: CHOSEN, weight: 4, fill: false, interactive: false }).addTo(
      layers.chosen,
    );
    if (!map.getBounds().contains([n[NODE_LAT], n[NODE_LON]])) map.panTo([n[NODE_LAT], n[NODE_LON]]);
  } else if (lines.length > 0 && what.kind !== 'link') {
    map.fitBounds(L.featureGroup(lines).getBounds().pad(0.15));
  } else if (lines.length > 0 && !map.getBounds().intersects(lines[0].getBounds())) {
    map.panTo(lines[0].getCenter());
  }
}

let overlayHour = -1;
function setTime(seconds) {
  state.seconds = seconds;
  const slider = byId('time');
  if (slider) {
    slider.value = seconds;
    slider.setAttribute('aria-valuetext', moment(seconds));
    byId('time-label').textContent = moment(seconds);
  }
  if (map) {
    heads.draw();
    const hour = Math.floor(seconds / HOUR);
    if (colourBy === 'places' || (period === 'hour' && colourBy !== 'use' && hour !== overlayHour)) drawOverlay();
    overlayHour = hour;
  }
  tell('time', seconds);
}
function stopPlaying() {
  clearInterval(timer);
  timer = 0;
  const play = byId('play');
  if (play) play.textContent = t('play');
}
function playOrStop() {
  if (timer) {
    stopPlaying();
    return;
  }
  byId('play').textContent = t('pause');
  timer = setInterval(
    () => setTime(state.seconds >= lastEnd ? firstOut : Math.min(data.horizon, state.seconds + speed)),
    TICK_MS,
  );
}
