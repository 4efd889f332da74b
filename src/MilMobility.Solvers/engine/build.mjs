// node build.mjs PACKAGE_ROOT OUT
//
// Builds the engine folder from the installed or-tools-wasm package under PACKAGE_ROOT/node_modules:
//   OUT/dist/    what runs: our two scripts, the two runtimes used and their licence
//   OUT/protos/  OR-Tools' own message definitions, as the CP-SAT runtime hands them out
//
// The package's glue suspends the caller in its C++ exception trampolines (JavaScript Promise Integration). Nothing the
// solvers here do needs that, and it fails on some Node versions, so eight text substitutions make every call synchronous
// and let the solver's clock jump when a solve is cancelled. The inputs are pinned by SHA-256 and every substitution is
// counted, so that another version of the package stops the build instead of running unproven glue.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const RUNTIMES = ['cp_sat', 'mathopt'];

const here = path.dirname(fileURLToPath(import.meta.url));
const [packageRoot, out] = process.argv.slice(2).map(argument => path.resolve(argument));
const packageDir = path.join(packageRoot, 'node_modules', 'or-tools-wasm');
const wasmDir = path.join(packageDir, 'build', 'javascript', 'node-wasm');
const pins = JSON.parse(fs.readFileSync(path.join(here, 'runtime.sha256.json'), 'utf8'));

function readPinned(name) {
  const bytes = fs.readFileSync(path.join(wasmDir, name));
  const found = crypto.createHash('sha256').update(bytes).digest('hex');
  if (found !== pins[name]) throw new Error(`${name}: SHA-256 is ${found}; must be ${pins[name]}`);
  return bytes;
}

/** Replaces every match and throws unless there are exactly `count` (or, with count 'many', at least one). */
function substitute(text, what, pattern, replacement, count) {
  const matches = text.match(pattern)?.length ?? 0;
  const expected = count === 'many' ? matches > 0 : matches === count;
  if (!expected) throw new Error(`glue substitution '${what}' matched ${matches} times; must match ${count}`);
  return text.replace(pattern, replacement);
}

function synchronousGlue(source, runtime) {
  const jump = '(globalThis.solverClockJump_ms?globalThis.solverClockJump_ms():0)';
  const clock = `performance.timeOrigin+performance.now()+${jump}`;
  let s = source;
  s = substitute(s, 'trampolines', /async function (invoke_\w+)\(/g, 'function $1(', 'many');
  s = substitute(s, 'trampoline calls', /await getWasmTableEntryPromising\(index\)/g, 'getWasmTableEntry(index)', 'many');
  s = substitute(s, 'imports', /Asyncify\.instrumentWasmImports\(\w+\)/g, 'void 0', 1);
  s = substitute(s, 'exports',
    /makeAsyncFunction\(original\)\{return WebAssembly\.promising\(original\)\}/g,
    'makeAsyncFunction(original){return original}', 1);
  s = substitute(s, 'monotonic clock',
    /var _emscripten_get_now=\(\)=>performance\.timeOrigin\+performance\.now\(\);/g,
    `var _emscripten_get_now=()=>${clock};`, 1);
  s = substitute(s, 'wall clock',
    /var _emscripten_date_now=\(\)=>Date\.now\(\);/g, `var _emscripten_date_now=()=>${clock};`, 1);
  s = substitute(s, 'thread pool', /var pthreadPoolSize=4;/g, 'var pthreadPoolSize=0;', 1);
  s = substitute(s, 'own name', new RegExp(`${runtime}_runtime_node\\.js`, 'g'), `${runtime}_runtime_node.mjs`, 'many');
  return s;
}

function writeRuntimes(dist) {
  for (const runtime of RUNTIMES) {
    const name = `${runtime}_runtime_node`;
    const glue = synchronousGlue(readPinned(`${name}.js`).toString('utf8'), runtime);
    fs.writeFileSync(path.join(dist, `${name}.mjs`), glue);
    fs.writeFileSync(path.join(dist, `${name}.wasm`), readPinned(`${name}.wasm`));
  }
  for (const script of ['main.mjs', 'solver.mjs']) {
    fs.writeFileSync(path.join(dist, script), fs.readFileSync(path.join(here, 'src', script)));
  }
  fs.writeFileSync(path.join(dist, 'package.json'), '{ "type": "module" }\n');
  fs.writeFileSync(path.join(dist, 'LICENSE.or-tools-wasm'), fs.readFileSync(path.join(packageDir, 'LICENSE')));
}

async function writeProtos(dist, protos) {
  const { default: create } = await import(pathToFileURL(path.join(dist, 'cp_sat_runtime_node.mjs')).href);
  const runtime = await create({ locateFile: file => path.join(dist, file) });
  const text = address => runtime.UTF8ToString(address);
  fs.writeFileSync(path.join(protos, 'cp_model.proto'), text(runtime._get_cp_model_schema()));
  fs.writeFileSync(path.join(protos, 'sat_parameters.proto'), text(runtime._get_sat_parameters_schema()));
}

const dist = path.join(out, 'dist');
const protos = path.join(out, 'protos');
fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(dist, { recursive: true });
fs.mkdirSync(protos, { recursive: true });
writeRuntimes(dist);
await writeProtos(dist, protos);
process.exit(0);
