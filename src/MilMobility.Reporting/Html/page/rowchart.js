// ---- a chart of rows over time on one canvas the size of its box: a thousand rows cost no more than the thirty in sight
const AXIS = 34;

/**
 * Rows over time. `rows()` gives { height, draw(context, y, chart), label, tip(seconds), click() } from top to bottom; `span()`
 * the seconds to show at first. Wheel scrolls, with Ctrl it zooms; drag and left/right pan; up/down go from row to row, Enter opens.
 */
class RowChart {
  constructor(box, { label, rows, span, labelWidth = 230 }) {
    Object.assign(this, { box, rowsOf: rows, spanOf: span, wantedLabels: labelWidth, current: -1, rows: [], scroll: 0 });
    this.canvas = make('canvas', { role: 'img', 'aria-label': label });
    this.spacer = make('div');
    this.scroller = make(
      'div',
      { class: 'rowchart', tabindex: 0, role: 'group', 'aria-label': `${label}. ${t('chartKeys')}` },
      this.canvas,
      this.spacer,
    );
    this.says = make('p', { class: 'unseen', 'aria-live': 'polite' });
    const button = (text, name, click) => make('button', { type: 'button', 'aria-label': name, title: name, click }, text);
    this.tools = make(
      'span',
      { class: 'zoom' },
      button('+', t('zoomIn'), () => this.zoom(0.6)),
      button('\u2212', t('zoomOut'), () => this.zoom(1 / 0.6)),
      button('\u25c0', t('earlier'), () => this.pan(-0.3)),
      button('\u25b6', t('later'), () => this.pan(0.3)),
      button(t('fit'), t('fitAll'), () => this.reset()),
    );
    box.replaceChildren(this.tools, this.scroller, this.says);
    this.scroller.addEventListener('scroll', () => this.paint());
    this.scroller.addEventListener('keydown', event => this.key(event));
    this.scroller.addEventListener('wheel', event => this.wheel(event), { passive: false });
    this.scroller.addEventListener('pointerdown', event => this.down(event));
    this.scroller.addEventListener('pointermove', event => this.over(event));
    this.scroller.addEventListener('pointerleave', () => {
      this.drag = null;
      showTip(null, '');
    });
    this.scroller.addEventListener('pointerup', event => this.up(event));
    this.reset();
  }

  reset() {
    [this.from, this.to] = this.spanOf();
    this.refresh();
  }
  zoom(factor, at = (this.from + this.to) / 2) {
    const span = Math.min(data.horizon * 1.2, Math.max(1800, (this.to - this.from) * factor));
    const share = (at - this.from) / (this.to - this.from);
    this.from = at - share * span;
    this.to = this.from + span;
    this.paint();
  }
  pan(share) {
    const by = (this.to - this.from) * share;
    this.from += by;
    this.to += by;
    this.paint();
  }

  /** Takes the rows anew. */
  refresh() {
    this.rows = this.rowsOf();
    this.tops = [];
    let y = 0;
    for (const row of this.rows) {
      this.tops.push(y);
      y += row.height;
    }
    this.total = y;
    this.current = Math.min(this.current, this.rows.length - 1);
    this.size();
  }
  size(whole = false) {
    const width = this.scroller.clientWidth || this.box.clientWidth;
    if (!width) return;
    this.width = width;
    this.left = Math.min(this.wantedLabels, Math.floor(width * 0.36));
    this.height = whole ? Math.min(this.total + AXIS, 12000) : Math.min(this.scroller.clientHeight || 500, this.total + AXIS + 4);
    const ratio = whole ? (this.height > 7000 ? 1 : 2) : Math.min(2, devicePixelRatio || 1);
    this.canvas.width = width * ratio;
    this.canvas.height = this.height * ratio;
    this.canvas.style.cssText = `width:${width}px;height:${this.height}px`;
    this.context = this.canvas.getContext('2d');
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.spacer.style.height = `${Math.max(0, this.total + AXIS - this.height)}px`;
    if (whole) this.draw();
    else this.paint();
  }

  x(seconds) {
    return this.left + ((seconds - this.from) / (this.to - this.from)) * (this.width - this.left - 10);
  }
  seconds(x) {
    return this.from + ((x - this.left) / (this.width - this.left - 10)) * (this.to - this.from);
  }
  paint() {
    if (this.pending) return;
    this.pending = true;
    requestAnimationFrame(() => {
      this.pending = false;
      this.draw();
    });
  }
  draw() {
    const g = this.context,
      top = this.scroller.scrollTop;
    if (!g) return;
    g.clearRect(0, 0, this.width, this.height);
    g.font = '12px system-ui, sans-serif';
    g.textBaseline = 'middle';
    this.grid(g);
    g.save();
    g.beginPath();
    g.rect(0, AXIS, this.width, this.height - AXIS);
    g.clip();
    for (let i = this.rowAt(top); i < this.rows.length && this.tops[i] - top < this.height; i++) {
      const y = this.tops[i] - top + AXIS;
      if (i === this.current) {
        g.fillStyle = '#e8eff7';
        g.fillRect(0, y, this.width, this.rows[i].height);
      }
      this.rows[i].draw(g, y, this);
    }
    const now = this.x(state.seconds);
    if (now >= this.left) {
      g.strokeStyle = NOW;
      g.setLineDash([4, 3]);
      line(g, now, AXIS, now, this.height);
      g.setLineDash([]);
    }
    g.restore();
  }
  grid(g) {
    const perDay = (86400 / (this.to - this.from)) * (this.width - this.left),
      perHour = perDay / 24;
    const step = [1, 2, 3, 6, 12, 24].find(s => perHour * s >= 44) ?? 24,
      days = Math.max(1, Math.ceil(58 / perDay));
    g.lineWidth = 1;
    for (let s = Math.ceil(Math.max(0, this.from) / HOUR) * HOUR, count = 0; s <= this.to; s += HOUR) {
      const hour = local(s).getUTCHours();
      if (hour % step !== 0) continue;
      const x = Math.round(this.x(s)) + 0.5;
      if (x < this.left) continue;
      g.strokeStyle = hour === 0 ? '#9aa5b1' : '#e6eaef';
      line(g, x, hour === 0 ? 2 : 20, x, this.height);
      g.fillStyle = SOFT;
      if (hour === 0 && count++ % days === 0) g.fillText(day(s), x + 4, 10);
      else if (hour !== 0) g.fillText(`${two(hour)}:00`, x + 3, 26);
    }
    g.strokeStyle = '#9aa5b1';
    line(g, 0, AXIS - 0.5, this.width, AXIS - 0.5);
  }
  /** A bar between two times, at least a pixel wide, cut at the labels. */
  bar(g, from, to, y, height, colour) {
    const a = Math.max(this.left, this.x(from)),
      b = Math.min(this.width, this.x(to));
    if (b < this.left || a > this.width) return;
    g.fillStyle = colour;
    g.fillRect(a, y, Math.max(1, b - a), height);
  }
  label(g, text, y, indent = 6, bold = false, colour = INK) {
    g.font = `${bold ? '600 ' : ''}12px system-ui, sans-serif`;
    g.fillStyle = colour;
    const room = this.left - indent - 8;
    if (g.measureText(text).width > room) {
      let cut = text.length;
      while (cut > 1 && g.measureText(`${text.slice(0, cut)}\u2026`).width > room) cut--;
      text = `${text.slice(0, cut)}\u2026`;
    }
    g.fillText(text, indent, y);
  }

  rowAt(y) {
    let low = 0,
      high = this.tops.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if (this.tops[mid] <= y) low = mid;
      else high = mid - 1;
    }
    return Math.max(0, low);
  }
  place(event) {
    const box = this.canvas.getBoundingClientRect(),
      x = event.clientX - box.left,
      y = event.clientY - box.top;
    const at = y < AXIS ? -1 : y - AXIS + this.scroller.scrollTop;
    const index = at < 0 || at >= this.total ? -1 : this.rowAt(at);
    return { index, seconds: this.seconds(x), x, down: index < 0 ? 0 : at - this.tops[index] };
  }
  down(event) {
    this.drag = { x: event.clientX, from: this.from, to: this.to, moved: false };
  }
  over(event) {
    if (this.drag && event.buttons === 1) {
      const by = ((this.drag.x - event.clientX) / (this.width - this.left)) * (this.drag.to - this.drag.from);
      if (Math.abs(this.drag.x - event.clientX) > 4) this.drag.moved = true;
      if (this.drag.moved) {
        this.from = this.drag.from + by;
        this.to = this.drag.to + by;
        this.paint();
        return;
      }
    }
    const { index, seconds, x, down } = this.place(event);
    showTip(event, index < 0 ? '' : (this.rows[index].tip?.(x < this.left ? null : seconds, down) ?? ''));
  }
  up(event) {
    const moved = this.drag?.moved;
    this.drag = null;
    if (moved) return;
    const { index, seconds, down } = this.place(event);
    if (index < 0) return;
    this.current = index;
    this.rows[index].click?.(seconds, down);
    this.paint();
  }
  wheel(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.zoom(event.deltaY > 0 ? 1.25 : 0.8, this.place(event).seconds);
  }
  key(event) {
    const move = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 }[event.key];
    if (move) this.go(Math.max(0, Math.min(this.rows.length - 1, this.current + move)));
    else if (event.key === 'ArrowLeft') this.pan(-0.2);
    else if (event.key === 'ArrowRight') this.pan(0.2);
    else if (event.key === '+' || event.key === '=') this.zoom(0.7);
    else if (event.key === '-') this.zoom(1 / 0.7);
    else if ((event.key === 'Enter' || event.key === ' ') && this.current >= 0) this.rows[this.current].click?.(null);
    else return;
    event.preventDefault();
  }
  go(index) {
    this.current = index;
    const top = this.tops[index],
      view = this.scroller,
      room = this.height - AXIS - this.rows[index].height;
    if (top < view.scrollTop) view.scrollTop = top;
    else if (top > view.scrollTop + room) view.scrollTop = top - room;
    this.says.textContent = this.rows[index].tip?.(null) ?? this.rows[index].label;
    this.paint();
  }
}
function line(g, x1, y1, x2, y2) {
  g.beginPath();
  g.moveTo(x1, y1);
  g.lineTo(x2, y2);
  g.stroke();
}
