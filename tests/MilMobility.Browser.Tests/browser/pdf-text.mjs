// The text of each page of a PDF as Chromium writes them: streams deflated, glyphs named by a ToUnicode map for each font, what lies
// under a canvas in a form of its own.
import { inflateSync } from 'node:zlib';

/** @returns {string[]} text by page. */
export function pdfText(bytes) {
  const objects = new Map();
  for (const match of bytes.toString('latin1').matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)endobj/g))
    objects.set(+match[1], match[2]);
  const reader = new Reader(objects);
  const pages = [...objects.values()].filter(body => /\/Type\s*\/Page\b(?!s)/.test(body));
  return pages.map(page => reader.text(page, references(page.match(/\/Contents\s*(\[[^\]]*\]|\d+ 0 R)/)?.[1] ?? '')));
}

const references = text => [...text.matchAll(/(\d+) 0 R/g)].map(m => +m[1]);

class Reader {
  constructor(objects) {
    this.objects = objects;
    this.maps = new Map();
  }

  /** What an object's content streams say with its fonts; the forms that they draw included. */
  text(owner, streams) {
    const [fonts, forms] = [this.named(owner, 'Font'), this.named(owner, 'XObject')];
    const operators = /\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)>\s*Tj|\[([^\]]*)\]\s*TJ|\/(\w+) Do/g;
    let map = new Map(),
      out = '';
    for (const [, font, single, array, form] of streams
      .map(id => this.stream(id))
      .join('\n')
      .matchAll(operators)) {
      if (font) {
        map = this.glyphs(fonts.get(font));
      } else if (form) {
        const body = this.objects.get(forms.get(form)) ?? '';
        if (/\/Subtype\s*\/Form/.test(body.slice(0, body.search(/stream\r?\n/)))) out += this.text(body, [forms.get(form)]);
      } else {
        const codes = single ?? [...array.matchAll(/<([0-9A-Fa-f]+)>/g)].map(m => m[1]).join('');
        out += (codes.match(/.{4}/g) ?? []).map(h => map.get(parseInt(h, 16)) ?? '').join('');
      }
    }
    return out;
  }

  /** Names of an object's resources of a kind, with the objects that they stand for. */
  named(owner, kind) {
    const shared = this.objects.get(+(owner.match(/\/Resources (\d+) 0 R/)?.[1] ?? -1)) ?? '';
    const list = new RegExp(`/${kind}\\s*<<([\\s\\S]*?)>>`).exec(`${owner}${shared}`)?.[1] ?? '';
    return new Map([...list.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name, id]) => [name, +id]));
  }

  stream(id) {
    const body = this.objects.get(id) ?? '',
      at = body.search(/stream\r?\n/);
    if (at < 0) return '';
    const raw = Buffer.from(body.slice(body.indexOf('\n', at) + 1, body.lastIndexOf('endstream')), 'latin1');
    return (/FlateDecode/.test(body.slice(0, at)) ? inflateSync(raw, { finishFlush: 2 }) : raw).toString('latin1');
  }

  glyphs(font) {
    if (!this.maps.has(font)) {
      const map = this.objects.get(font)?.match(/\/ToUnicode (\d+) 0 R/)?.[1];
      this.maps.set(font, unicodeMap(this.stream(+(map ?? -1))));
    }
    return this.maps.get(font);
  }
}

function unicodeMap(cmap) {
  const map = new Map(),
    text = hex => String.fromCodePoint(...(hex.match(/.{4}/g) ?? []).map(h => parseInt(h, 16)));
  for (const [, block] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, from, to] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) map.set(parseInt(from, 16), text(to));
  for (const [, block] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, low, high, to] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = parseInt(low, 16);
      for (let code = first; code <= parseInt(high, 16); code++)
        map.set(code, String.fromCodePoint(parseInt(to, 16) + code - first));
    }
  }
  return map;
}
