// ---- the serials' heads on the map, at a time
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

/** Heads of the serials on a canvas of their own: a frame while playing is a thousand circles, not a thousand elements. */
const HeadLayer = L.Layer.extend({
  onAdd(on) {
    this.canvas = L.DomUtil.create('canvas', 'heads', on.getPane('markerPane'));
    this.canvas.setAttribute('aria-hidden', 'true');
    on.on('move zoom moveend zoomend resize viewreset', this.draw, this);
    on.on('click', this.pick, this);
    this.draw();
  },
  onRemove(on) {
    this.canvas.remove();
    on.off('move zoom moveend zoomend resize viewreset', this.draw, this);
    on.off('click', this.pick, this);
  },
  draw() {
    const size = map.getSize(),
      ratio = Math.min(2, devicePixelRatio || 1),
      g = this.canvas.getContext('2d');
    L.DomUtil.setPosition(this.canvas, map.containerPointToLayerPoint([0, 0]));
    this.canvas.width = size.x * ratio;
    this.canvas.height = size.y * ratio;
    this.canvas.style.cssText += `;width:${size.x}px;height:${size.y}px`;
    g.scale(ratio, ratio);
    const { count, at } = headsAt(state.seconds);
    this.at = [];
    for (const { serial, mode, where } of at) {
      if (!modesDrawn.has(mode)) continue;
      const p = map.latLngToContainerPoint(where);
      this.at.push({ serial, p });
      g.beginPath();
      g.arc(p.x, p.y, state.chosen?.serial === serial ? 8 : 5.5, 0, 2 * Math.PI);
      g.fillStyle = state.chosen?.serial === serial ? CHOSEN : COLOURS[mode];
      g.fill();
      g.lineWidth = 1.5;
      g.strokeStyle = '#fff';
      g.stroke();
    }
    const text = byId('time-count');
    if (text) text.textContent = t('counts', Object.fromEntries(Object.entries(count).map(([k, v]) => [k, number(v)])));
  },
  pick(event) {
    const near = this.at
      .map(h => ({ ...h, off: h.p.distanceTo(event.containerPoint) }))
      .filter(h => h.off < 10)
      .sort((a, b) => a.off - b.off)[0];
    if (near) choose({ kind: 'serial', serial: near.serial });
  },
});

/** Heads on the move, and how many serials move, wait or transfer, have arrived, or are not there yet. */
function headsAt(seconds) {
  const count = { moving: 0, stopped: 0, arrived: 0, ahead: 0 },
    at = [];
  for (const serial of shownSerials()) {
    if (seconds < serial.ready) {
      count.ahead++;
      continue;
    }
    if (seconds >= serial.finish) {
      count.arrived++;
      continue;
    }
    const m = serial.moves.find(s => s[3] <= seconds && seconds < s[4]);
    count[m ? 'moving' : 'stopped']++;
    const link = m && LINKS[m[1]];
    if (!link) continue;
    const share = (seconds - m[3]) / (m[4] - m[3]);
    at.push({ serial, mode: link.mode, where: along(link.shape, m[2] ? share : 1 - share) });
  }
  return { count, at };
}
