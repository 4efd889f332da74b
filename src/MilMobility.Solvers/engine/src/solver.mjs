// One OR-Tools runtime on a worker thread: serialized protobuf messages in, serialized protobuf messages out.
//
// A solve is one synchronous call into WebAssembly. It is cancelled by its clock: the runtime asks for the time over and
// over, and when the main thread has stored this request's id in `cancelled`, the clock jumps past every time limit, so
// the solver returns the best it has. That is why each solve must have a finite time limit.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const CLOCK_JUMP_MS = 1e9; // eleven days: beyond any time limit

const { runtime, cancelled } = workerData;
const here = path.dirname(fileURLToPath(import.meta.url));
let current = 0;
let jumped_ms = 0;

globalThis.solverClockJump_ms = () => {
  if (current !== 0 && Atomics.load(cancelled, 0) === current) {
    Atomics.store(cancelled, 0, 0);
    jumped_ms += CLOCK_JUMP_MS;
  }
  return jumped_ms;
};

const { default: create } = await import(new URL(`./${runtime}_runtime_node.mjs`, import.meta.url).href);
const toStandardError = line => process.stderr.write(`${line}\n`);
const module = await create({
  locateFile: file => path.join(here, file),
  print: toStandardError,
  printErr: toStandardError,
});

function allocate(byteCount) {
  const address = module._malloc(byteCount);
  if (address === 0) throw new RangeError(`the runtime cannot allocate ${byteCount} bytes`);
  return address;
}

/** Copies byte arrays into the runtime, calls, and copies the bytes it returns out again. */
function call(inputs, invoke) {
  const length = allocate(4);
  const addresses = [];
  try {
    for (const bytes of inputs) {
      const address = allocate(Math.max(1, bytes.length));
      addresses.push(address);
      module.HEAPU8.set(bytes, address);
    }
    const result = invoke(addresses, length);
    const count = new DataView(module.HEAPU8.buffer, length, 4).getUint32(0, true);
    const output = result !== 0 && count > 0 ? module.HEAPU8.slice(result, result + count) : new Uint8Array();
    if (result !== 0) module._free(result);
    return output;
  } finally {
    for (const address of addresses) module._free(address);
    module._free(length);
  }
}

/** A payload of two parts: u32 length of the first | first | second. */
function twoParts(payload) {
  const length = u32(payload);
  return [payload.subarray(4, 4 + length), payload.subarray(4 + length)];
}

const u32 = bytes => new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);

const operations = {
  10(payload) { // CP-SAT: (CpModelProto, SatParameters) -> CpSolverResponse
    const [model, parameters] = twoParts(payload);
    return call([model, parameters],
      ([m, p], length) => module._solve_model(m, model.length, p, parameters.length, length));
  },
  11(payload) { // CP-SAT: CpModelProto -> text of the first fault, empty when the model is valid
    return call([payload], ([m], length) => module._validate_model(m, payload.length, length));
  },
  20(payload) { // MathOpt: SolveRequest -> SolveResponse whose first message is the handle of an incremental solver
    return call([payload], ([r], length) => module._mathopt_incremental_create(r, payload.length, length));
  },
  21(payload) { // MathOpt: u32 handle | (ModelUpdate or nothing, SolveRequest) -> SolveResponse
    const handle = u32(payload);
    const [update, request] = twoParts(payload.subarray(4));
    return call([update, request], ([u, r], length) => module._mathopt_incremental_solve(
      handle, r, request.length, u, update.length, update.length > 0 ? 1 : 0, 0, 0, length));
  },
  22(payload) { // MathOpt: u32 handle -> nothing
    module._mathopt_incremental_delete(u32(payload));
    return new Uint8Array();
  },
  23(payload) { // MathOpt: SolveRequest with its model -> SolveResponse
    return call([payload], ([r], length) => module._mathopt_solve_request(r, payload.length, 0, 0, length));
  },
};

function isLost(error) {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError
    || /abort|unreachable|memory|bad_alloc/i.test(String(error?.message ?? error));
}

parentPort.on('message', ({ id, operation, payload }) => {
  if (Atomics.load(cancelled, 0) === id) {
    Atomics.store(cancelled, 0, 0);
    parentPort.postMessage({ id, kind: 'cancelled', payload: new Uint8Array() });
    return;
  }
  current = id;
  try {
    const output = operations[operation](payload);
    parentPort.postMessage({ id, kind: 'answer', payload: output }, [output.buffer]);
  } catch (error) {
    const text = new TextEncoder().encode(`${error?.name ?? 'Error'}: ${error?.message ?? error}`);
    parentPort.postMessage({ id, kind: 'error', payload: text, lost: isLost(error) });
  } finally {
    current = 0;
  }
});
