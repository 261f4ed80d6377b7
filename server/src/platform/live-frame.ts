/** One result on its way out: its place in the log, and its bytes, made once for everyone. */
export interface Frame {
  /** Of the newest event that it tells of; 0 for what is outside the log. */
  position: number;
  /** The result as JSON and the brace that closes its message. */
  payload: Buffer;
}

export function frameOf(position: number, result: object): Frame {
  return { position, payload: Buffer.from(`${JSON.stringify(result)}}`) };
}

/** What stands before the payload in each message of a subscription (`next` of graphql-transport-ws). */
export function headOf(id: string): Buffer {
  return Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
}

/** The frames as WebSocket messages of one subscription, in one piece, so that a burst costs one write. */
export function encodeFrames(head: Buffer, frames: readonly Frame[]): Buffer {
  let size = 0;
  for (const { payload } of frames) {
    const length = head.length + payload.length;
    size += headerSize(length) + length;
  }
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  for (const { payload } of frames) {
    at = writeHeader(bytes, at, head.length + payload.length);
    at += head.copy(bytes, at);
    at += payload.copy(bytes, at);
  }
  return bytes;
}

/** A whole text message in one frame, unmasked as a server's are (RFC 6455, 5.2). */
const FINAL_TEXT = 0x81;
const SHORT = 126;
const MEDIUM = 0x1_00_00;

function headerSize(length: number): number {
  if (length < SHORT) return 2;
  return length < MEDIUM ? 4 : 10;
}

function writeHeader(bytes: Buffer, at: number, length: number): number {
  bytes[at] = FINAL_TEXT;
  if (length < SHORT) return bytes.writeUInt8(length, at + 1);
  if (length < MEDIUM) {
    bytes[at + 1] = 126;
    return bytes.writeUInt16BE(length, at + 2);
  }
  bytes[at + 1] = 127;
  return bytes.writeBigUInt64BE(BigInt(length), at + 2);
}
