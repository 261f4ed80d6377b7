import { encodeQR } from 'qr';

export interface QrDrawing {
  /** Modules on each side, the quiet zone included. */
  size: number;
  /** The dark modules, as an SVG path in modules. */
  path: string;
}

/** The standard's quiet zone: so many light modules around. */
const QUIET = 4;

/** An address as a QR code to be drawn. It stays readable with a quarter of it worn off: the sheet hangs on a wet door. */
export function qrDrawing(address: string): QrDrawing {
  const modules = encodeQR(address, 'raw', { ecc: 'quartile', border: QUIET });
  const path = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])));
  return { size: modules.length, path: path.join('') };
}
