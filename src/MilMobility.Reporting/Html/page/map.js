// ---- map: the network itself is the background, so the page needs no tiles and works offline
const map = L.map('map', { preferCanvas: true, attributionControl: false, zoomSnap: 0.25 });
const modesShown = new Set(MODES);
const networkLayer = L.layerGroup().addTo(map), useLayer = L.layerGroup().addTo(map), placeLayer = L.layerGroup().addTo(map);
const chosenLayer = L.layerGroup().addTo(map), headLayer = L.layerGroup().addTo(map);
let movementShown = '', chosen = null;
map.fitBounds(L.latLngBounds(data.links.flatMap(l => l.shape)));

const shown = serial => !movementShown || serial.movement === movementShown;
const shapeOf = (link, forward) => forward ? data.links[link].shape : [...data.links[link].shape].reverse();

function drawNetwork() {
  networkLayer.clearLayers();
  for (const link of data.links) {
    if (!modesShown.has(link.mode)) continue;
    L.polyline(link.shape, { color: link.mode === 'water' ? '#9cc3de' : link.mode === 'rail' ? '#98a29a' : '#b9b2a6', weight: 1.2 })
      .bindTooltip(`${link.name} (${link.mode}, ${link.class}) ${number(link.length / 1000, 1)} km`, { sticky: true }).addTo(networkLayer);
  }
}

function drawUse() {
  useLayer.clearLayers();
  const use = new Map();
  for (const serial of data.serials.filter(shown))
    for (const step of serial.steps) if (step[0] === MOVE) use.set(step[1], (use.get(step[1]) ?? 0) + 1);
  for (const [index, count] of use) {
    const link = data.links[index];
    if (!modesShown.has(link.mode)) continue;
    L.polyline(link.shape, { color: COLOURS[link.mode], weight: 1.5 + 2 * Math.log2(1 + count), opacity: 0.75 })
      .bindTooltip(`${link.name}: ${count} serials`, { sticky: true }).addTo(useLayer);
  }
}

function drawPlaces() {
  for (const place of data.places) {
    const border = place.kind === 'border';
    L.circleMarker([place.lat, place.lon], {
      radius: border ? 4 : 3.5, weight: 1.5, color: '#1c2430', fillColor: border ? '#fff' : '#ffcf5c', fillOpacity: 1,
    }).bindTooltip(`${place.name} (${place.kind})`).addTo(placeLayer);
  }
}

/** Point along a link's shape at a fraction of its length. */
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

function drawHeads(seconds) {
  headLayer.clearLayers();
  for (const serial of data.serials.filter(shown)) {
    const step = serial.steps.find(s => s[0] === MOVE && s[3] <= seconds && seconds < s[4]);
    if (!step || !modesShown.has(data.links[step[1]].mode)) continue;
    const mode = data.links[step[1]].mode;
    L.circleMarker(along(shapeOf(step[1], step[2]), (seconds - step[3]) / (step[4] - step[3])), {
      radius: 5, color: '#fff', weight: 1.5, fillColor: COLOURS[mode], fillOpacity: 1,
    }).bindTooltip(`${serial.id} ${serial.unit}, ${serial.vehicles} vehicles`).addTo(headLayer);
  }
}

function choose(serial) {
  chosen = chosen === serial ? null : serial;
  chosenLayer.clearLayers();
  for (const row of document.querySelectorAll('#timeline .row')) row.classList.toggle('chosen', row.dataset.serial === chosen?.id);
  if (!chosen) return;
  const moves = chosen.steps.filter(s => s[0] === MOVE);
  const lines = moves.map(s => L.polyline(data.links[s[1]].shape, { color: '#ffb000', weight: 6, opacity: 0.95 }).addTo(chosenLayer));
  if (lines.length > 0) map.fitBounds(L.featureGroup(lines).getBounds().pad(0.2));
}

const time = byId('time'), timeLabel = byId('time-label'), play = byId('play');
time.max = data.horizon;
function showTime() { timeLabel.textContent = moment(+time.value); drawHeads(+time.value); }
time.addEventListener('input', showTime);
let timer = 0;
play.addEventListener('click', () => {
  if (timer) { clearInterval(timer); timer = 0; play.textContent = 'Play'; return; }
  play.textContent = 'Pause';
  timer = setInterval(() => { time.value = (+time.value + 600) % data.horizon; showTime(); }, 60);
});

const movementFilter = byId('movement-filter');
for (const movement of data.movements) movementFilter.append(make('option', { value: movement.id }, `${movement.id} ${movement.from}`));
movementFilter.addEventListener('change', () => { movementShown = movementFilter.value; drawUse(); showTime(); drawTimeline(); });
for (const mode of MODES) {
  const box = make('input', { type: 'checkbox', checked: '' });
  box.addEventListener('change', () => {
    if (box.checked) modesShown.add(mode); else modesShown.delete(mode);
    drawNetwork(); drawUse(); showTime();
  });
  byId('mode-filter').append(make('label', { style: `color:${COLOURS[mode]};margin-right:10px` }, box, ` ${mode}`));
}
drawNetwork(); drawUse(); drawPlaces();
const firstMove = Math.min(...data.serials.flatMap(s => s.steps.filter(t => t[0] === MOVE).map(t => t[3])), data.horizon);
time.value = firstMove + 3 * 3600;
showTime();
