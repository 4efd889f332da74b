// ---- search and filters: they hold for map, timelines and tables alike
const FOUND_MAX = 14;
const HOURS_LISTED = 24 * 31;

function setFilter(name, value) {
  state.filter[name] = value;
  const control = byId(`filter-${name}`);
  if (control) control.value = value;
  afterFilter();
}
function afterFilter() {
  tell('filter');
  for (const view of Object.keys(VIEWS)) if (view !== 'map' && view !== 'summary') dirty.add(view);
  drawFilterState();
  if (state.view !== 'map') redraw(state.view);
}
function drawFilterState() {
  byId('clear').hidden = !isFiltered();
  byId('filter-state').textContent = isFiltered()
    ? t('filtered', { n: number(shownSerials().length), all: number(data.serials.length) })
    : '';
}

function drawFilters(bar) {
  const units = [...new Set([...data.serials, ...data.unmoved].map(s => s.unit))]
    .filter(Boolean)
    .sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
  const select = (name, label, options) =>
    options.length < 2
      ? null
      : [
          make('label', { for: `filter-${name}`, class: 'unseen' }, label),
          make(
            'select',
            {
              id: `filter-${name}`,
              change: event =>
                setFilter(name, name === 'hour' && event.target.value !== '' ? +event.target.value : event.target.value),
            },
            make('option', { value: '' }, `${label}: ${t('all')}`),
            options.map(([value, text]) => make('option', { value, selected: state.filter[name] === value }, text)),
          ),
        ];
  const hours = Array.from({ length: Math.min(HOURS_LISTED, Math.ceil(lastEnd / HOUR)) }, (_, h) => [h, hourText(h)]);
  bar.replaceChildren(
    ...[
      data.serials.length + NODES.length > 0 ? searchBox() : null,
      select(
        'unit',
        t('unitName'),
        units.map(u => [u, u]),
      ),
      select(
        'corridor',
        t('corridor'),
        data.corridors.map(c => [c.id, corridorName(c.id)]),
      ),
      select(
        'mode',
        t('mode'),
        MODES.filter(m => data.serials.length === 0 || data.serials.some(s => s.modes.includes(m))).map(m => [m, t(m)]),
      ),
      select('hour', t('hour'), hours),
      make('button', { type: 'button', id: 'clear', hidden: true, click: clearFilters }, t('clear')),
      make('output', { id: 'filter-state' }),
    ]
      .flat()
      .filter(Boolean),
  );
  drawFilterState();
}
function clearFilters() {
  for (const name of Object.keys(state.filter)) {
    state.filter[name] = '';
    const control = byId(`filter-${name}`);
    if (control) control.value = '';
  }
  if (byId('search')) byId('search').value = '';
  afterFilter();
}

/** Everything with a name: [words, text, kind, go]. Made once, at the first search. */
let index = null;
function searchIndex() {
  if (index) return index;
  index = data.serials.map(s => ({
    words: s.words,
    text: `${s.id}  ${s.unit}`,
    kind: 'serial',
    go: () => choose({ kind: 'serial', serial: s }),
  }));
  for (const u of data.unmoved)
    index.push({
      words: `${u.id} ${u.unit}`.toLowerCase(),
      text: `${u.id}  ${u.unit} (${t('unmoved')})`,
      kind: 'serial',
      go: () => show('tables'),
    });
  for (const unit of new Set(data.serials.map(s => s.unit)))
    index.push({ words: unit.toLowerCase(), text: unit, kind: 'unitName', go: () => setFilter('unit', unit) });
  NODES.forEach((n, at) =>
    index.push({
      words: `${n[NODE_NAME]} ${n[NODE_PLACE]} ${n[NODE_ID]}`.toLowerCase(),
      text: `${n[NODE_NAME]} (${t(n[NODE_MODE])})`,
      kind: 'place',
      go: () => choose({ kind: 'place', at }),
    }),
  );
  for (const [name, list] of grouped(LINKS, l => l.name))
    if (name)
      index.push({
        words: name.toLowerCase(),
        text: `${name} (${t(list[0].mode)})`,
        kind: 'line',
        go: () => choose({ kind: 'name', name }),
      });
  return index;
}
function find(text) {
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean),
    rank = entry => (entry.words.startsWith(parts[0]) ? 0 : entry.text.toLowerCase().includes(parts[0]) ? 1 : 2);
  const hits = searchIndex().filter(entry => parts.every(p => entry.words.includes(p)));
  return hits.sort((a, b) => rank(a) - rank(b) || a.text.length - b.text.length).slice(0, FOUND_MAX);
}

/** A combobox after the ARIA pattern: arrows go through what is found, Enter takes it; the text filters the serials as well. */
function searchBox() {
  let hits = [],
    at = -1;
  const list = make('ul', { id: 'found', role: 'listbox', 'aria-label': t('found'), hidden: true });
  const input = make('input', {
    type: 'search',
    id: 'search',
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': 'found',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    placeholder: t('searchHint'),
    value: state.filter.text,
  });
  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const take = hit => {
    close();
    hit.go();
  };
  const mark = () =>
    [...list.children].forEach((li, i) => {
      li.setAttribute('aria-selected', i === at ? 'true' : 'false');
      if (i === at) {
        input.setAttribute('aria-activedescendant', li.id);
        li.scrollIntoView({ block: 'nearest' });
      }
    });
  const open = () => {
    hits = input.value.trim().length < 2 ? [] : find(input.value.trim());
    list.replaceChildren(
      ...hits.map((h, i) =>
        make(
          'li',
          {
            id: `found-${i}`,
            role: 'option',
            'aria-selected': 'false',
            mousedown: event => {
              event.preventDefault();
              take(h);
            },
          },
          h.text,
          make('small', {}, t(h.kind)),
        ),
      ),
    );
    list.hidden = hits.length === 0;
    input.setAttribute('aria-expanded', hits.length > 0 ? 'true' : 'false');
    at = -1;
  };
  let wait = 0;
  input.addEventListener('input', () => {
    open();
    clearTimeout(wait);
    // Names of places and lines are for going there; a text that is in some serial filters.
    wait = setTimeout(() => {
      const text = input.value.trim().toLowerCase(),
        filters = text.length >= 2 && data.serials.some(s => s.words.includes(text));
      if (state.filter.text !== (filters ? text : '')) {
        state.filter.text = filters ? text : '';
        afterFilter();
      }
    }, 250);
  });
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) open();
      at = Math.max(0, Math.min(hits.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)));
      mark();
      event.preventDefault();
    } else if (event.key === 'Enter' && hits.length > 0 && !list.hidden) {
      take(hits[Math.max(0, at)]);
      event.preventDefault();
    } else if (event.key === 'Escape') {
      close();
      event.stopPropagation();
    }
  });
  input.addEventListener('blur', close);
  return make('div', { class: 'search' }, make('label', { for: 'search', class: 'unseen' }, t('search')), input, list);
}
