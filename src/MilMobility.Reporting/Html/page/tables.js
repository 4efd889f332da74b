// ---- tables: sortable, long ones shown in parts, each with its rows as CSV
const ROWS_AT_FIRST = 100;
const MORE_ROWS = 400;

/**
 * A table. Columns are { name, of: row => value, show: row => text or element, number: true }; `of` is what is sorted by and
 * written as CSV, `show` what is read, if that differs.
 */
function table(caption, allColumns, rows, { file, sort = null, onRow = null, hideCaption = false } = {}) {
  const columns = allColumns.filter(c => hasValues(c, rows)),
    sortedBy = sort ? columns.indexOf(allColumns[sort.column]) : -1;
  let order = sortedBy < 0 ? null : { column: sortedBy, factor: sort.factor },
    shown = ROWS_AT_FIRST,
    sorted = rows;
  const head = make('tr'),
    body = make('tbody'),
    foot = make('div', { class: 'table-foot' });
  const sortRows = () => {
    if (!order) {
      sorted = rows;
      return;
    }
    const { of } = columns[order.column];
    sorted = [...rows].sort((a, b) => order.factor * compare(of(a), of(b)));
  };
  const draw = () => {
    head.replaceChildren(...columns.map((c, i) => heading(c, i)));
    body.replaceChildren(...sorted.slice(0, shown).map(row => bodyRow(row, columns, onRow)));
    foot.replaceChildren(...footing());
  };
  const heading = (column, i) => {
    const dir = order?.column === i ? (order.factor > 0 ? 'ascending' : 'descending') : 'none';
    const mark = dir === 'ascending' ? ' \u25b2' : dir === 'descending' ? ' \u25bc' : '';
    const click = () => {
      order = { column: i, factor: order?.column === i ? -order.factor : column.number ? -1 : 1 };
      sortRows();
      draw();
      head.children[i].firstChild.focus();
    };
    return make(
      'th',
      { scope: 'col', 'aria-sort': dir, class: column.number ? 'number' : null },
      make(
        'button',
        { type: 'button', class: 'sort', click },
        column.name || '\u00a0',
        make('span', { 'aria-hidden': 'true' }, mark),
      ),
    );
  };
  const footing = () => {
    const parts = [
      make('span', { class: 'hint' }, t('rowsShown', { n: number(Math.min(shown, rows.length)), all: number(rows.length) })),
    ];
    if (shown < rows.length)
      parts.push(
        make(
          'button',
          {
            type: 'button',
            click: () => {
              shown += MORE_ROWS;
              draw();
            },
          },
          t('more'),
        ),
      );
    if (file)
      parts.push(
        make('button', { type: 'button', class: 'csv', click: () => download(`${file}.csv`, csv(columns, sorted)) }, t('csv')),
      );
    return parts;
  };
  sortRows();
  draw();
  const captionElement = make('caption', { class: hideCaption ? 'unseen' : null }, caption);
  const scroller = make(
    'div',
    { class: 'scrolled', tabindex: 0, role: 'region', 'aria-label': caption },
    make('table', {}, captionElement, make('thead', {}, head), body),
  );
  return make('div', { class: 'table' }, scroller, rows.length > 12 || file ? foot : null);
}

/** A column that is empty in every row is left out, and for readers other than the planner one of zeros, which stand for not told. */
function hasValues(column, rows) {
  if (rows.length === 0) return true;
  const isEmpty = v => v === '' || v === null || v === undefined || (v === 0 && column.number && data.audience !== 'planner');
  return rows.some(row => !isEmpty(column.of(row)));
}

function bodyRow(row, columns, onRow) {
  const cells = columns.map((c, i) => {
    const value = c.show ? c.show(row) : c.of(row);
    const text = value === null || value === undefined ? '-' : typeof value === 'number' ? figure(value) : value;
    const content = onRow && i === 0 ? make('button', { type: 'button', class: 'link', click: () => onRow(row) }, text) : text;
    return make('td', { class: c.number ? 'number' : c.when ? 'when' : null }, content);
  });
  return make('tr', {}, cells);
}

function compare(a, b) {
  if (a === null || a === undefined) return b === null || b === undefined ? 0 : -1;
  if (b === null || b === undefined) return 1;
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), formats().locale, { numeric: true });
}

/** RFC 4180; a text that a spreadsheet would take for a formula is kept a text. */
function csv(columns, rows) {
  const field = value => {
    const plain = value === null || value === undefined ? '' : String(value);
    const text = typeof value !== 'number' && /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const marked = [
    [`${marking()} - ${t('notAccredited')}`],
    columns.map(c => c.name),
    ...rows.map(r => columns.map(c => (c.csv ?? c.of)(r))),
  ];
  return marked.map(r => r.map(field).join(',')).join('\r\n') + '\r\n';
}

function download(name, text) {
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
  const link = make('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

/** A text of the dataset or an author, as it was written. */
const cited = text => make('span', { lang: 'en' }, text);
const none = text => make('p', { class: 'hint' }, text);
const titled = (title, ...content) => make('section', { class: 'block' }, make('h3', {}, title), ...content);
const flag = quality => make('span', { class: `flag ${quality}` }, t(`quality.${quality}`));
const bad = count => (count > 0 ? make('span', { class: 'late' }, number(count)) : number(count));
/** Shares by quality, best first: measured 4 %, derived 47 %, assumed 49 %. */
const qualityText = shares =>
  ['measured', 'derived', 'assumed']
    .filter(q => shares[q] !== undefined)
    .map(q => `${t(`quality.${q}`)} ${percent(shares[q])}`)
    .join(', ');
/** A bar of the shares, with the text beside it for those who do not see the bar. */
function qualityBar(shares) {
  const parts = ['measured', 'derived', 'assumed']
    .filter(q => shares[q] > 0)
    .map(q => make('i', { class: q, style: `width:${100 * shares[q]}%` }));
  return make('span', { class: 'quality-bar', 'aria-hidden': 'true' }, parts);
}
