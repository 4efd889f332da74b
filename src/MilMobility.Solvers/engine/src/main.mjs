// The engine process: carries frames between standard input and output and one worker thread per OR-Tools runtime.
//
// Request:  u32 length of what follows | u32 id | u8 operation | payload          (little-endian)
// Answer:   u32 length of what follows | u32 id | u8 kind      | payload
//
// This thread never solves, so that a cancel request is heard while a solve runs. The process ends when its standard
// input does: a parent that is killed leaves nothing behind.
import fs from 'node:fs';
import { Worker } from 'node:worker_threads';

const NODE_MAJOR_MIN = 20;
const EXIT_NODE_TOO_OLD = 64;
const EXIT_RUNTIME_LOST = 70;

const OPERATION = { hello: 1, cancel: 2 };
const RUNTIME_OF = { 10: 'cp_sat', 11: 'cp_sat', 20: 'mathopt', 21: 'mathopt', 22: 'mathopt', 23: 'mathopt' };
const KIND = { answer: 0, error: 1, cancelled: 2 };

const workers = new Map(); // runtime -> { thread, cancelled: Int32Array(1) holding the id to cancel }
const running = new Map(); // request id -> runtime

/** Ends the process. A plain exit waits for the threads, and one that is solving does not listen. */
function end(code) {
  if (running.size > 0) process.kill(process.pid, 'SIGKILL');
  process.exit(code);
}

function stop(message, code) {
  fs.writeSync(2, `${message}\n`);
  end(code);
}

if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR_MIN) {
  stop(`Node.js ${process.versions.node} is too old; ${NODE_MAJOR_MIN} or newer is needed`, EXIT_NODE_TOO_OLD);
}

function send(id, kind, payload) {
  const header = Buffer.allocUnsafe(9);
  header.writeUInt32LE(5 + payload.length, 0);
  header.writeUInt32LE(id, 4);
  header[8] = kind;
  process.stdout.write(header);
  if (payload.length > 0) process.stdout.write(payload);
}

function workerOf(runtime) {
  const known = workers.get(runtime);
  if (known) return known;

  const cancelled = new Int32Array(new SharedArrayBuffer(4));
  const thread = new Worker(new URL('./solver.mjs', import.meta.url), { workerData: { runtime, cancelled } });
  thread.on('message', message => {
    running.delete(message.id);
    send(message.id, KIND[message.kind], Buffer.from(message.payload));
    // After a trap or out-of-memory the module's heap is unusable; the parent starts a new process.
    if (message.lost) stop(`runtime ${runtime} lost`, EXIT_RUNTIME_LOST);
  });
  thread.on('error', error => stop(`runtime ${runtime}: ${error?.stack ?? error}`, EXIT_RUNTIME_LOST));
  thread.on('exit', code => stop(`runtime ${runtime} ended with ${code}`, EXIT_RUNTIME_LOST));
  const worker = { thread, cancelled };
  workers.set(runtime, worker);
  return worker;
}

function receive(id, operation, body) {
  if (operation === OPERATION.hello) return send(id, KIND.answer, Buffer.from(process.version));
  if (operation === OPERATION.cancel) {
    const target = body.readUInt32LE(0);
    const runtime = running.get(target);
    if (runtime) Atomics.store(workers.get(runtime).cancelled, 0, target);
    return send(id, KIND.answer, Buffer.alloc(0));
  }

  const runtime = RUNTIME_OF[operation];
  if (!runtime) return send(id, KIND.error, Buffer.from(`unknown operation ${operation}`));
  const { thread } = workerOf(runtime);
  running.set(id, runtime);
  const payload = new Uint8Array(body); // a copy of its own, which can be handed over
  return thread.postMessage({ id, operation, payload }, [payload.buffer]);
}

let chunks = [];
let buffered = 0;

/** Bytes of the first frame with its length field; 0 while its length field is incomplete. */
function firstFrameBytes() {
  if (buffered < 4) return 0;
  if (chunks[0].length < 4) chunks = [Buffer.concat(chunks)];
  return 4 + chunks[0].readUInt32LE(0);
}

process.stdin.on('data', chunk => {
  chunks.push(chunk);
  buffered += chunk.length;
  for (let size = firstFrameBytes(); size > 0 && buffered >= size; size = firstFrameBytes()) {
    const all = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    const rest = all.subarray(size);
    chunks = rest.length > 0 ? [rest] : [];
    buffered = rest.length;
    receive(all.readUInt32LE(4), all[8], all.subarray(9, size));
  }
});
process.stdin.on('end', () => end(0));
process.stdin.on('error', () => end(0));
process.stdout.on('error', () => end(0));
