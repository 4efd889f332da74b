// ---- map: the network itself is the background, so the page needs no tiles and works offline
const map = L.map('map', { preferCanvas: true, attributionControl: false, zoomSnap: 0.25, minZoom: 6, maxZoom: 14 });
const modesShown = new Set(MODES);
const networkLayer = L.layerGroup().addTo(map), useLayer = L.layerGroup().addTo(map), chosenLayer = L.layerGroup().addTo(map);
const placeLayer = L.layerGroup().addTo(map), labelLayer = L.layerGroup().addTo(map), headLayer = L.layerGroup().addTo(map);
// The network in pale shades of the colours of the modes: what is used stands out, what is free can still be told apart.
const PALE = { road: '#c9b6a4', rail: '#93b5a6', water: '#8fbbdd' };
let movementShown = '', chosen = null;
L.control.scale({ imperial: false }).addTo(map);
const everything = L.latLngBounds(data.links.flatMap(l => l.shape));
map.fitBounds(everything);

const shown = serial => !movementShown || serial.movement === movementShown;
const shapeOf = (link, forward) => forward ? data.links[link].shape : [...data.links[link].shape].reverse();
const movesOf = serial => serial.steps.filter(s => s[0] === MOVE);

function drawNetwork() {
  networkLayer.clearLayers();
  for (const link of data.links) {
    if (!modesShown.has(link.mode)) continue;
    L.polyline(link.shape, { color: PALE[link.mode], weight: 1.4, dashArray: link.mode === 'rail' ? '5 3' : null })
      .bindTooltip(`${link.name} (${link.mode}, ${link.class}) ${number(link.length / 1000, 1)} km`, { sticky: true }).addTo(networkLayer);
  }
}

function drawUse() {
  useLayer.clearLayers();
  const use = new Map();
  for (const serial of data.serials.filter(shown)) {
    for (const step of movesOf(serial)) {
      const sum = use.get(step[1]) ?? { serials: 0, vehicles: 0 };
      sum.serials++;
      sum.vehicles += serial.vehicles;
      use.set(step[1], sum);
    }
  }
  for (const [index, { serials, vehicles }] of use) {
    const link = data.links[index];
    if (!modesShown.has(link.mode)) continue;
    L.polyline(link.shape, { color: COLOURS[link.mode], weight: 1.5 + Math.min(9, 1.4 * Math.log2(1 + serials)), opacity: 0.8 })
      .bindTooltip(`${link.name} (${link.mode}): ${serials} serials, ${number(vehicles)} vehicles`, { sticky: true }).addTo(useLayer);
  }
  placeLayer.eachLayer(place => place.bringToFront());
}

function drawPlaces() {
  // Drawn from last to first, so that the places in use lie on top.
  for (const place of [...data.places].reverse()) {
    const border = place.kind === 'border';
    L.circleMarker([place.lat, place.lon], {
      radius: place.used ? 5 : 2.5, weight: place.used ? 1.5 : 1, color: place.used ? '#1c2430' : '#7d8894',
      fillColor: border ? '#fff' : '#ffcf5c', fillOpacity: 1,
    }).bindTooltip(`${place.name} (${place.kind})`).addTo(placeLayer);
  }
}

/** Names while there is room: places in use at every zoom, the others from zoom 10; a name that would cover another waits. */
function drawLabels() {
  labelLayer.clearLayers();
  const taken = [], named = new Set(), view = map.getBounds();
  for (const place of data.places) {
    if (!place.used && map.getZoom() < 10) continue;
    if (named.has(place.place || place.name) || !view.contains([place.lat, place.lon])) continue;
    const at = map.latLngToContainerPoint([place.lat, place.lon]);
    const box = { left: at.x + 6, right: at.x + 14 + 6.4 * place.name.length, top: at.y - 8, bottom: at.y + 8 };
    if (taken.some(t => box.left < t.right && t.left < box.right && box.top < t.bottom && t.top < box.bottom)) continue;
    taken.push(box);
    named.add(place.place || place.name);
    const icon = L.divIcon({ className: 'place', html: make('span', {}, place.name), iconSize: [0, 0] });
    L.marker([place.lat, place.lon], { icon, interactive: false, keyboard: false }).addTo(labelLayer);
  }
}

/** Point along a link's shape at a fraction of its length; 0.62 is the cosine of the latitude. */
function along(shape, fraction) {
  const lengths = shape.slice(1).map((p, i) => Math.hypot(p[0] - shape[i][0], (p[1] - shape[i][1]) * 0.62));
  let rest = fraction * lengths.reduce((a, b) => a + b, 0);
  for (let i = 0; i < lengths.length; i++) {
    if (rest <= lengths[i] || i === lengths.length - 1) {
      const part = lengths[i] > 0 ? Math.min(1, rest / lengths[i]) : 0;
      return [shape[i][0] + part * (shape[i + 1][0] - shape[i][0]), shape[i][1] + part * (shape[i + 1][1] - shape[i][1])];
    }
    rest -= lengths[i];
  }
  return shape[0];
}

/** Heads on the move, and how many serials move, wait or transfer, have arrived, or are not there yet. */
function drawHeads(seconds) {
  headLayer.clearLayers();
  const count = { moving: 0, stopped: 0, arrived: 0, ahead: 0 };
  for (const serial of data.serials) {
    if (!shown(serial)) continue;
    if (seconds < serial.ready) { count.ahead++; continue; }
    if (seconds >= serial.finish) { count.arrived++; continue; }
    const step = serial.steps.find(s => s[0] === MOVE && s[3] <= seconds && seconds < s[4]);
    count[step ? 'moving' : 'stopped']++;
    if (!step || !modesShown.has(data.links[step[1]].mode)) continue;
    const mode = data.links[step[1]].mode;
    L.circleMarker(along(shapeOf(step[1], step[2]), (seconds - step[3]) / (step[4] - step[3])), {
      radius: 5, color: '#fff', weight: 1.5, fillColor: COLOURS[mode], fillOpacity: 1,
    }).bindTooltip(`${serial.id} ${serial.unit}, ${serial.vehicles} vehicles`).addTo(headLayer);
  }
  byId('time-count').textContent = `${count.moving} moving, ${count.stopped} waiting or transferring, ${count.arrived} arrived, ${count.ahead} not ready yet`;
}

/** Shows one serial: its route on the map, its row in the timeline, its itinerary between the two. */
function choose(serial) {
  chosen = chosen === serial ? null : serial;
  chosenLayer.clearLayers();
  for (const row of document.querySelectorAll('#timeline .row')) row.classList.toggle('chosen', row.dataset.serial === chosen?.id);
  byId('chosen').replaceChildren(...(chosen ? itinerary(chosen) : []));
  if (!chosen) { map.fitBounds(everything); return; }
  const lines = movesOf(chosen).map(s => L.polyline(data.links[s[1]].shape, { color: '#ffb000', weight: 7, opacity: 0.95 }).addTo(chosenLayer));
  if (lines.length > 0) map.fitBounds(L.featureGroup(lines).getBounds().pad(0.2));
}

const time = byId('time'), timeLabel = byId('time-label'), play = byId('play');
time.max = data.horizon;
function showTime() {
  timeLabel.textContent = moment(+time.value);
  drawHeads(+time.value);
  drawNow(+time.value);
}
time.addEventListener('input', showTime);
const ends = data.serials.map(s => s.finish), lastEnd = Math.max(3600, ...ends);
let timer = 0;
play.addEventListener('click', () => {
  if (timer) { clearInterval(timer); timer = 0; play.textContent = 'Play'; return; }
  play.textContent = 'Pause';
  timer = setInterval(() => { time.value = +time.value >= lastEnd ? firstMove : +time.value + 600; showTime(); }, 60);
});
const firstMove = Math.min(data.horizon, ...data.serials.map(s => movesOf(s)[0]?.[3] ?? data.horizon));

const movementFilter = byId('movement-filter');
for (const movement of data.movements) movementFilter.append(make('option', { value: movement.id }, `${movement.id} ${movement.from}`));
movementFilter.addEventListener('change', () => {
  movementShown = movementFilter.value;
  // A movement chosen shows itself at once, half an hour after its first serial has left.
  const outs = data.serials.filter(s => movementShown && shown(s)).map(firstOut);
  if (outs.length > 0) time.value = Math.min(...outs) + 1800;
  drawUse(); drawTimeline(); showTime();
});
for (const mode of MODES) {
  const box = make('input', { type: 'checkbox', checked: '' });
  box.addEventListener('change', () => {
    if (box.checked) modesShown.add(mode); else modesShown.delete(mode);
    drawNetwork(); drawUse(); showTime();
  });
  byId('mode-filter').append(make('label', { class: mode }, box, ` ${mode}`));
}
drawNetwork(); drawUse(); drawPlaces(); drawLabels();
map.on('zoomend moveend resize', drawLabels);
