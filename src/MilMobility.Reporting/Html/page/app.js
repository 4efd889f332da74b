// ---- the page: views as tabs, drawn when they are first seen, again when what they show has changed
const VIEWS = {
  summary: drawSummary,
  map: drawMapView,
  timeline: drawTimeline,
  civil: drawCivil,
  explain: drawExplain,
  tables: drawTables,
  quality: drawQuality,
};
const dirty = new Set(Object.keys(VIEWS));
/** Views without data, as a reader's audience may have them, are not there. */
const has = {
  summary: true,
  map: LINKS.length > 0,
  timeline: data.serials.length > 0,
  civil: data.civil.modes.length > 0 || data.assessment.modes.length > 0,
  explain: data.explanations !== null || (data.audience === 'planner' && data.serials.length > 0),
  tables: data.serials.length + data.unmoved.length + data.corridors.length > 0,
  quality: true,
};
const present = Object.keys(VIEWS).filter(v => has[v]);

function redraw(view) {
  if (!has[view]) return;
  dirty.delete(view);
  VIEWS[view](byId(`view-${view}`));
}
function show(view, focus = false) {
  if (!has[view]) return;
  if (state.view === 'map' && view !== 'map') stopPlaying();
  state.view = view;
  for (const v of present) {
    const isShown = v === view,
      tab = byId(`tab-${v}`);
    tab.setAttribute('aria-selected', isShown ? 'true' : 'false');
    tab.tabIndex = isShown ? 0 : -1;
    byId(`view-${v}`).hidden = !isShown;
    if (isShown && focus) tab.focus();
  }
  history.replaceState(null, '', `#${view}${language === 'en' ? '' : `-${language}`}`);
  drawFacts();
  if (dirty.has(view)) redraw(view);
  else if (view === 'map') {
    map.invalidateSize();
    drawChosen();
    heads.draw();
  } else if (view === 'timeline') timelineChart?.size();
}

function drawTabs() {
  byId('tabs').setAttribute('aria-label', t('views'));
  byId('tabs').replaceChildren(
    ...present.map(v =>
      make(
        'button',
        {
          type: 'button',
          role: 'tab',
          id: `tab-${v}`,
          'aria-controls': `view-${v}`,
          'aria-selected': v === state.view ? 'true' : 'false',
          tabindex: v === state.view ? 0 : -1,
          click: () => show(v),
          keydown: event => {
            const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key],
              i = present.indexOf(v);
            const next = by
              ? present[(i + by + present.length) % present.length]
              : event.key === 'Home'
                ? present[0]
                : event.key === 'End'
                  ? present.at(-1)
                  : null;
            if (next) {
              show(next, true);
              event.preventDefault();
            }
          },
        },
        t(`view.${v}`),
      ),
    ),
  );
  for (const v of present) byId(`view-${v}`).setAttribute('aria-labelledby', `tab-${v}`);
}

function setLanguage(next) {
  language = next;
  document.documentElement.lang = next;
  index = null;
  spaceOptions = null;
  occupancyCache = null;
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll('[data-marking]')) element.textContent = marking();
  // The margins of the printed page are a style, whose text no element holds.
  const margins = byId('margins');
  for (const other of data.marking) margins.textContent = margins.textContent.replaceAll(`"${other}"`, `"${marking()}"`);
  for (const button of document.querySelectorAll('[data-language]'))
    button.setAttribute('aria-pressed', button.dataset.language === next ? 'true' : 'false');
  byId('audience').textContent = data.audience === 'planner' ? '' : t(`audience.${data.audience}`);
  if (data.audience === 'civil')
    byId('title').textContent = data.manager ? t('title.passagesFor', { manager: data.manager }) : t('title.passages');
  drawTabs();
  drawFilters(byId('filters'));
  for (const v of present) dirty.add(v);
  show(state.view);
  drawFacts();
}

// ---- printing: every view once, whole, with the marking that the page's head and foot repeat on each sheet
let printing = null;
function beforePrint() {
  if (printing) return;
  printing = state.view;
  document.body.classList.add('printing');
  for (const v of present) {
    byId(`view-${v}`).hidden = false;
    if (v === 'summary' || v === 'civil' || v === 'tables' || dirty.has(v)) redraw(v);
  }
  flush();
  // Leaflet and the charts draw at the next frame, and a print has none: what is due is drawn now.
  if (map) {
    map.invalidateSize({ pan: false });
    fitMap();
    renderer._update();
    renderer._redraw();
  }
  timelineChart?.size(true);
  for (const plot of civilPlots) plot.chart.setSize(plot.size());
}
function afterPrint() {
  if (!printing) return;
  const view = printing;
  printing = null;
  document.body.classList.remove('printing');
  for (const v of present) byId(`view-${v}`).hidden = v !== view;
  timelineChart?.size();
  show(view);
}
addEventListener('beforeprint', beforePrint);
addEventListener('afterprint', afterPrint);

function start() {
  const [view, wanted] = location.hash.slice(1).split('-');
  state.seconds = Math.min(data.horizon, firstOut + HOUR);
  if (present.includes(view)) state.view = view;
  for (const v of Object.keys(VIEWS)) if (!has[v]) byId(`view-${v}`).remove();
  for (const button of document.querySelectorAll('[data-language]'))
    button.addEventListener('click', () => setLanguage(button.dataset.language));
  byId('print').addEventListener('click', () => print());
  addEventListener('keydown', event => {
    if (event.key === 'Escape' && state.chosen) choose(null);
    else if (event.key === '/' && !/INPUT|SELECT|TEXTAREA/.test(document.activeElement?.tagName ?? '')) {
      byId('search')?.focus();
      event.preventDefault();
    }
  });
  setLanguage(wanted === 'nl' || (!wanted && navigator.language?.startsWith('nl')) ? 'nl' : 'en');
}
start();
