// Unpacks the Chromium of the npm package with the libraries and fonts that it needs, so that a machine needs none of its own.
// usage: node unpack.mjs <folder with node_modules> <target folder>
import { createReadStream, createWriteStream, chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const [packages, target] = process.argv.slice(2).map(p => resolve(p));
const tar = createRequire(join(packages, 'package.json'))('tar-fs');
const bin = join(packages, 'node_modules', '@sparticuz', 'chromium', 'bin');
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const name of ['al2023', 'fonts'])
  await pipeline(createReadStream(join(bin, `${name}.tar.br`)), createBrotliDecompress(), tar.extract(target));
await pipeline(createReadStream(join(bin, 'chromium.br')), createBrotliDecompress(), createWriteStream(join(target, 'chromium')));
chmodSync(join(target, 'chromium'), 0o755);
writeFileSync(
  join(target, 'fonts.conf'),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(target, 'fonts')}</dir><cachedir>${join(target, 'font-cache')}</cachedir></fontconfig>
`,
);
