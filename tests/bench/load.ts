import { connect, type Socket } from 'node:net';

// A process of subscribers: raw sockets that count messages, so that what is measured is the server.

export interface LoadOrder {
  port: number;
  origin: string;
  subscribers: { cookie: string; query: string; variables: object }[];
}
export type ToLoad = { open: LoadOrder } | { expect: number } | { close: true };
export type FromLoad = { opened: number } | { reached: number } | { done: number; frames: number; bytes: number } | { wrong: string };

const NEXT = 'n'.charCodeAt(0);
/** Where the type begins in `{"id":"<a uuid>","type":"next"`. */
const TYPE_AT = 7 + 36 + 10;

const sockets: Socket[] = [];
let frames = 0;
let bytes = 0;
let expected = Infinity;
let unreached = 0;

const tell = (message: FromLoad) => process.send?.(message);

function count(opcode: number, payload: Buffer): void {
  if (opcode !== 1) return;
  if (payload[TYPE_AT] !== NEXT) return void tell({ wrong: payload.toString().slice(0, 300) });
  frames++;
  bytes += payload.length;
  if (frames === expected) tell({ done: performance.timeOrigin + performance.now(), frames, bytes });
}

const PING = 9;
const PONG = 10;

const textFrame = (message: object) => frame(1, Buffer.from(JSON.stringify(message)));

function frame(opcode: number, payload: Buffer): Buffer {
  const first = 0x80 | opcode;
  const { length } = payload;
  const head = length < 126 ? Buffer.from([first, 0x80 | length]) : Buffer.from([first, 0x80 | 126, length >> 8, length & 255]);
  // the mask that a client must send, of zeros: the text stays as it is
  return Buffer.concat([head, Buffer.alloc(4), payload]);
}

function subscriber(order: LoadOrder, { cookie, query, variables }: LoadOrder['subscribers'][number]): Promise<void> {
  const { port, origin } = order;
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    socket.once('error', reject);
    let rest: Buffer = Buffer.alloc(0);
    let isUpgraded = false;
    let isAcknowledged = false;
    let isReached = false;
    socket.write(
      `GET /graphql HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
        `Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\n\r\n`,
    );
    const onFrame = (opcode: number, payload: Buffer): void => {
      if (opcode === PING) return void socket.write(frame(PONG, payload));
      if (isAcknowledged) {
        if (!isReached && --unreached === 0) tell({ reached: order.subscribers.length });
        isReached = true;
        return count(opcode, payload);
      }
      isAcknowledged = true;
      socket.write(textFrame({ id: crypto.randomUUID(), type: 'subscribe', payload: { query, variables } }));
      resolve();
    };
    socket.on('data', (chunk: Buffer) => {
      let data = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      if (!isUpgraded) {
        const end = data.indexOf('\r\n\r\n');
        if (end < 0) return void (rest = data);
        if (!data.toString('latin1', 0, 12).endsWith('101')) return reject(new Error(data.toString('latin1', 0, end)));
        isUpgraded = true;
        socket.write(textFrame({ type: 'connection_init' }));
        data = data.subarray(end + 4);
      }
      let at = 0;
      for (;;) {
        if (data.length < at + 4) break;
        const short = (data[at + 1] ?? 0) & 127;
        const head = short < 126 ? 2 : 4;
        const length = short < 126 ? short : data.readUInt16BE(at + 2);
        if (data.length < at + head + length) break;
        onFrame((data[at] ?? 0) & 15, data.subarray(at + head, at + head + length));
        at += head + length;
      }
      rest = data.subarray(at);
    });
  });
}

async function open(order: LoadOrder): Promise<void> {
  unreached = order.subscribers.length;
  for (let at = 0; at < order.subscribers.length; at += 50) {
    await Promise.all(order.subscribers.slice(at, at + 50).map((each) => subscriber(order, each)));
  }
  tell({ opened: order.subscribers.length });
}

process.on('message', (message: ToLoad) => {
  if ('open' in message) open(message.open).catch((error: unknown) => tell({ wrong: String(error) }));
  if ('expect' in message) {
    frames = 0;
    bytes = 0;
    expected = message.expect;
  }
  if ('close' in message) {
    for (const socket of sockets.splice(0)) socket.destroy();
    expected = Infinity;
  }
});
